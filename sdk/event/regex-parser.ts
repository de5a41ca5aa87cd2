import { RE2JS } from "re2js";
import { CaracalError } from "../base/caracal-error.ts";
import { expandGrok } from "../schema/grok.ts";
import type { RegexSchema } from "../schema/parser-schema.ts";
import { lineParser, type OpenLineParser } from "./line-parser.ts";
import { recordMaker } from "./record-maker.ts";

/**
 * Parses lines with a regular expression, in time that grows with the line and no faster. It may match anywhere in the
 * line: `^` and `$` tie it to the ends. Named groups are fields; a group that took no part is an absent one.
 *
 * @throws CaracalError `SCHEMA_INVALID` for an expression that cannot be used.
 * @example
 * regexParser({ ...schema, match: ["^%{USER:user} ", "%{GREEDYDATA:action}$"] })()("amy opened the door");
 * // { user: "amy", action: "opened the door" }
 */
export function regexParser(schema: RegexSchema): OpenLineParser {
  const expression = compile(schema);
  const groups = Object.entries(expression.namedGroups());
  const names = groups.map(([name]) => name);
  const toRecord = recordMaker(schema);
  const parse = lineParser(schema, (line) => {
    const matcher = expression.matcher(line);
    if (!matcher.find()) return undefined;
    return toRecord(
      names,
      groups.map(([, group]) => matcher.group(group)),
    );
  });
  return () => parse;
}

function compile(schema: RegexSchema): RE2JS {
  const expanded = expandGrok(schema);
  if (expanded.problem !== undefined) throw invalid(expanded.problem);
  try {
    return RE2JS.compile(expanded.expression);
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function invalid(problem: string, options?: ErrorOptions): CaracalError {
  const message = `the regular expression cannot be used: ${problem}`;
  return new CaracalError({ code: "SCHEMA_INVALID", message }, options);
}
