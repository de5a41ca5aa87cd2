import { CaracalError } from "../base/caracal-error.ts";

/** A fastmatch pattern, taken apart. */
export interface FastmatchPattern {
  /** What a line begins with. */
  readonly prefix: string;
  readonly fields: readonly FastmatchField[];
}

/** A field, and what ends it. */
export interface FastmatchField {
  /** Empty for one that is read and forgotten. */
  readonly name: string;
  /** The text after it; empty for a last field that takes the rest of the line. */
  readonly delimiter: string;
  /** Whether quotes stand around it, in which a backslash makes a quote or a backslash part of the text. */
  readonly isQuoted: boolean;
}

/**
 * Takes apart a pattern such as `%{time} [%{level}] "%{message}"`.
 *
 * @throws CaracalError `SCHEMA_INVALID` for a pattern that has a {@link fastmatchProblem}.
 */
export function compileFastmatch(pattern: string): FastmatchPattern {
  const problem = fastmatchProblem(pattern);
  if (problem !== undefined)
    throw new CaracalError({ code: "SCHEMA_INVALID", message: `the pattern ${pattern} ${problem}` });
  const { literals, names } = partsOf(pattern);
  const fields = names.map((name, index) => {
    const [before = "", delimiter = ""] = literals.slice(index);
    return { name, delimiter, isQuoted: /["']$/.test(before) && before.at(-1) === delimiter[0] };
  });
  return { prefix: literals[0] ?? "", fields };
}

/** Why a pattern cannot be used, to follow it in a sentence; `undefined` for one that can. */
export function fastmatchProblem(pattern: string): string | undefined {
  if (pattern.length < 4) return "is shorter than 4 characters";
  if (/[\r\n]/.test(pattern)) return "is more than one line";
  const { literals, names } = partsOf(pattern);
  if (literals.some((literal) => literal.includes("%{"))) return "has a %{ in it that does not end in }";
  if (names.every((name) => name === "")) return "names no field";
  const without = literals.slice(1, -1).indexOf("");
  if (without !== -1)
    return `has nothing between %{${names[without]}} and %{${names[without + 1]}}, so where one ends cannot be told`;
  const twice = names.find((name, index) => name !== "" && names.indexOf(name) < index);
  return twice === undefined ? undefined : `has %{${twice}} in it twice`;
}

/** The text before, between and after the fields, and their names. */
function partsOf(pattern: string): {
  readonly literals: readonly string[];
  readonly names: readonly string[];
} {
  const parts = pattern.split(/%\{([^{}]*)\}/);
  return {
    literals: parts.filter((_, index) => index % 2 === 0),
    names: parts.filter((_, index) => index % 2 === 1),
  };
}
