import { nearest } from "./nearest.ts";

/** A value that is none of the choices there are, and what to write instead. */
export function describeChoice(
  what: string,
  value: unknown,
  choices: readonly unknown[],
): { message: string; fix: string } {
  const all = writeOneOf(choices);
  if (value === undefined) return { message: "missing", fix: all };
  if (choices.every((choice) => typeof choice !== typeof value))
    return { message: `found ${kindOf(value)}`, fix: all };
  return { message: `unknown ${what} ${shown(value)}`, fix: didYouMean(value, choices) ?? all };
}

/** `write one of redact, hash` */
export function writeOneOf(choices: readonly unknown[]): string {
  const first = choices.slice(0, FEW).map(shown).join(", ");
  return `write ${choices.length === 1 ? "" : "one of "}${first}${choices.length > FEW ? " or another" : ""}`;
}

/** How many choices are listed. */
const FEW = 30;

/** `did you mean string?` */
export function didYouMean(value: unknown, choices: readonly unknown[]): string | undefined {
  const likely = typeof value === "string" ? nearest(value, choices.map(String)) : undefined;
  return likely === undefined ? undefined : `did you mean ${likely}?`;
}

const KINDS: { readonly [type in string]?: string } = {
  array: "a list",
  boolean: "true or false",
  int: "an integer",
  number: "a number",
  object: "a mapping",
  record: "a mapping",
  string: "text",
};

/** A type of zod's in the words of YAML: `a list`. */
export function kind(type: string): string {
  return KINDS[type] ?? type;
}

/** What a value is: `a mapping`, and `nothing` for null. */
export function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  return kind(Array.isArray(value) ? "array" : typeof value);
}

/** A value for a message, cut where it is long. */
export function shown(value: unknown): string {
  return typeof value === "object" ? kindOf(value) : `${value as string | number | boolean}`.slice(0, 100);
}
