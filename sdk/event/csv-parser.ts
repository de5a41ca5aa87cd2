import type { CsvSchema } from "../schema/parser-schema.ts";
import { lineParser, type OpenLineParser } from "./line-parser.ts";
import { recordMaker } from "./record-maker.ts";

/**
 * Parses lines of values between delimiters, in quotes where a value holds a delimiter; a quote in quotes is doubled
 * (RFC 4180). A value does not go on in the next line. A line with fewer values than there are columns lacks the last
 * fields; one with more, or with a quote that does not end, is not of this form. Where the first line is to be a header
 * and cannot be, as in the file of another log, no line of the file is of this form.
 *
 * @param fields what the log type reads: one of them must be in a header that names the columns. Default: any will do
 * @example
 * csvParser({ ...schema, columns: ["user", "action"] })()('amy,"open, then shut"');
 * // { user: "amy", action: "open, then shut" }
 */
export function csvParser(schema: CsvSchema, fields?: readonly string[]): OpenLineParser {
  const toRecord = recordMaker(schema);
  const known = fields && new Set(fields);
  return () => {
    let columns = schema.hasHeader ? undefined : schema.columns;
    let isFirst = true;
    return lineParser(schema, (line) => {
      if (schema.hasHeader && isFirst) {
        isFirst = false;
        const names = splitCsv(line, schema)?.map((name) => name.trim());
        if (names === undefined || !isHeader(names, schema.columns, known)) return undefined;
        columns = schema.columns ?? names;
        return "skipped";
      }
      const values = splitCsv(line, schema, columns?.length ?? 0);
      return values && toRecord(columns ?? [], values);
    });
  };
}

/** Whether names can be a header: as many as the columns that are given, or else one of them the log type's. */
function isHeader(
  names: readonly string[],
  columns: readonly string[] | undefined,
  known: ReadonlySet<string> | undefined,
): boolean {
  if (columns !== undefined) return names.length === columns.length;
  return known === undefined || names.some((name) => known.has(name));
}

/** A line's values; `undefined` where a quote is out of place, or where there are more than `most`. */
function splitCsv(
  line: string,
  { delimiter, trimSpace }: CsvSchema,
  most = Number.POSITIVE_INFINITY,
): string[] | undefined {
  const skip = (at: number): number => (trimSpace ? afterBlanks(line, at, delimiter) : at);
  const values: string[] = [];
  for (let start = 0; start <= line.length; ) {
    const open = skip(start);
    const isQuoted = line[open] === '"';
    const close = isQuoted ? closingQuote(line, open) : open;
    if (close === -1 || values.length === most) return undefined;
    const found = line.indexOf(delimiter, close);
    const end = found === -1 ? line.length : found;
    if (isQuoted && skip(close + 1) < end) return undefined;
    values.push(isQuoted ? line.slice(open + 1, close).replaceAll('""', '"') : line.slice(start, end));
    start = end + 1;
  }
  return values;
}

function afterBlanks(line: string, start: number, delimiter: string): number {
  let at = start;
  while ((line[at] === " " || line[at] === "\t") && line[at] !== delimiter) at++;
  return at;
}

/** Where the quote closes that opens at a place; -1 where it does not. */
function closingQuote(line: string, open: number): number {
  let close = line.indexOf('"', open + 1);
  while (close !== -1 && line[close + 1] === '"') close = line.indexOf('"', close + 2);
  return close;
}
