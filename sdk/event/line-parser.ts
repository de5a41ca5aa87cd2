import type { JsonObject } from "../base/json.ts";
import type { CsvSchema } from "../schema/parser-schema.ts";

/**
 * Turns a line of text into a record, whose values are all text. `"skipped"` is a line that holds no record, such as a
 * header; `undefined` is one that is not of the parser's form.
 */
export type LineParser = (line: string) => JsonObject | "skipped" | undefined;

/** Makes the parser of one source, from its first line on: a header holds for the rest of its file. */
export type OpenLineParser = () => LineParser;

/** Reads lines, but those that begin with the schema's prefix, without what is no part of a line's content. */
export function lineParser({ skipPrefix }: Pick<CsvSchema, "skipPrefix">, read: LineParser): LineParser {
  return (line) => {
    const bare = withoutMarks(line);
    return skipPrefix !== undefined && bare.startsWith(skipPrefix) ? "skipped" : read(bare);
  };
}

/** Without the byte order mark that a file may begin with, and the carriage return that a line may end with. */
function withoutMarks(line: string): string {
  const start = line.startsWith("\uFEFF") ? 1 : 0;
  return line.slice(start, line.endsWith("\r") ? -1 : undefined);
}
