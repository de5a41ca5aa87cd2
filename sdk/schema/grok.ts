import { GROK_PATTERNS } from "./grok-patterns.ts";
import type { RegexSchema } from "./parser-schema.ts";

/** A regular expression without references, or why there is none, as the beginning of a sentence. */
export type Expanded =
  | { readonly expression: string; readonly problem?: undefined }
  | { readonly problem: string };

/** A reference: `%{NAME}` or `%{NAME:field}`. A regular expression itself may say `%{2}`. */
const REFERENCE = /%\{(?!\d)([^{}]*)\}/;

/** How many definitions may lie within each other. */
const DEEPEST = 64;

/** Definitions that refer to each other can grow without end; no expression that someone wrote is as long. */
const LONGEST = 100_000;

/**
 * The regular expression of a schema: its parts joined, and a group in place of each reference, which has the field's
 * name where the reference has one. A definition of the schema goes before a built-in pattern of that name.
 *
 * @example
 * expandGrok({ match: ["%{WORD:user} ", "%{DOOR}"], patternDefinitions: { DOOR: "[a-z]+-\\d+" } });
 * // { expression: "(?P<user>\\b\\w+\\b) (?:[a-z]+-\\d+)" }
 */
export function expandGrok({
  match,
  patternDefinitions,
}: Pick<RegexSchema, "match" | "patternDefinitions">): Expanded {
  const definitions = new Map([...Object.entries(GROK_PATTERNS), ...Object.entries(patternDefinitions)]);
  return expand(match.join(""), definitions, []);
}

function expand(text: string, definitions: ReadonlyMap<string, string>, within: readonly string[]): Expanded {
  let expression = "";
  for (const [index, part] of text.split(REFERENCE).entries()) {
    const expanded = index % 2 === 0 ? { expression: part } : resolve(part, definitions, within);
    if (expanded.problem !== undefined) return expanded;
    expression += expanded.expression;
    if (expression.length > LONGEST)
      return { problem: `with its patterns it is longer than ${LONGEST} characters` };
  }
  return { expression };
}

function resolve(
  reference: string,
  definitions: ReadonlyMap<string, string>,
  within: readonly string[],
): Expanded {
  const [name = "", ...rest] = reference.split(":");
  const definition = definitions.get(name);
  if (definition === undefined) return { problem: `%{${reference}} names no pattern that there is` };
  if (within.includes(name)) return { problem: `%{${name}} is part of its own definition` };
  if (within.length >= DEEPEST) return { problem: `more than ${DEEPEST} patterns lie within each other` };
  const field = rest.join(":");
  if (rest.length > 0 && !/^\w+$/.test(field))
    return { problem: `%{${reference}} names a field that is not made of letters, digits and _` };
  const expanded = expand(definition, definitions, [...within, name]);
  if (expanded.problem !== undefined) return expanded;
  return { expression: `(${rest.length > 0 ? `?P<${field}>` : "?:"}${expanded.expression})` };
}
