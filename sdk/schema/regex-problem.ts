import { RE2JS } from "re2js";
import { expandGrok } from "./grok.ts";
import type { RegexSchema } from "./parser-schema.ts";

/** Why a regex schema cannot be used, as the beginning of a sentence; `undefined` for one that can. */
export function regexProblem(schema: Pick<RegexSchema, "match" | "patternDefinitions">): string | undefined {
  const { patternDefinitions } = schema;
  for (const name of Object.keys(patternDefinitions)) {
    const { problem } = expandGrok({ match: [`%{${name}}`], patternDefinitions });
    if (problem !== undefined) return problem;
  }
  const expanded = expandGrok(schema);
  return expanded.problem ?? expressionProblem(expanded.expression);
}

function expressionProblem(expression: string): string | undefined {
  try {
    const names = Object.keys(RE2JS.compile(expression).namedGroups());
    return names.length === 0 ? "it names no field" : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
