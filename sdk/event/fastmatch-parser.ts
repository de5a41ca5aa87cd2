import { compileFastmatch, type FastmatchPattern } from "../schema/fastmatch-pattern.ts";
import type { FastmatchSchema } from "../schema/parser-schema.ts";
import { lineParser, type OpenLineParser } from "./line-parser.ts";
import { recordMaker } from "./record-maker.ts";

/**
 * Parses lines with patterns; the first that matches the whole line counts. A field goes on to the first place where
 * the text after it stands, so it cannot hold that text; in quotes it can, after a backslash.
 *
 * @throws CaracalError `SCHEMA_INVALID` for a pattern that cannot be used.
 * @example
 * fastmatchParser({ ...schema, match: ["%{user} [%{level}] %{message}"] })()("amy [INFO] door opened");
 * // { user: "amy", level: "INFO", message: "door opened" }
 */
export function fastmatchParser(schema: FastmatchSchema): OpenLineParser {
  const patterns = schema.match.map((match) => {
    const pattern = compileFastmatch(match);
    return { pattern, names: pattern.fields.map(({ name }) => name) };
  });
  const toRecord = recordMaker(schema);
  const parse = lineParser(schema, (line) => {
    for (const { pattern, names } of patterns) {
      const values = matchLine(line, pattern);
      if (values !== undefined) return toRecord(names, values);
    }
    return undefined;
  });
  return () => parse;
}

function matchLine(line: string, { prefix, fields }: FastmatchPattern): readonly string[] | undefined {
  if (!line.startsWith(prefix)) return undefined;
  const values: string[] = [];
  let start = prefix.length;
  for (const { delimiter, isQuoted } of fields) {
    const end = isQuoted ? closingQuote(line, start, delimiter.charAt(0)) : endOf(line, start, delimiter);
    if (end === -1 || !line.startsWith(delimiter, end)) return undefined;
    const value = line.slice(start, end);
    values.push(isQuoted ? value.replace(/\\(["'\\])/g, "$1") : value);
    start = end + delimiter.length;
  }
  return start === line.length ? values : undefined;
}

function endOf(line: string, start: number, delimiter: string): number {
  return delimiter === "" ? line.length : line.indexOf(delimiter, start);
}

/** Where a quote stands that no backslash makes part of the text; -1 where none does. */
function closingQuote(line: string, start: number, quote: string): number {
  for (let at = start; at < line.length; at++) {
    if (line[at] === "\\") at++;
    else if (line[at] === quote) return at;
  }
  return -1;
}
