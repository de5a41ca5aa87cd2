import type { JsonObject } from "../base/json.ts";
import type { LineParser } from "./line-parser.ts";
import {
  type Accepted,
  type Decoded,
  isBetter,
  type RecordDecoder,
  type RecordDecoderOptions,
  recordDecoder,
} from "./record-decoder.ts";
import type { SourceFile } from "./standard-fields.ts";

/** What became of a line of text. */
export type DecodedLine =
  /** It holds no record, such as a header or a comment. */
  | "skipped"
  /** What became of the record that a parser made of it; and that record, to be decoded again as of its log type. */
  | { readonly decoded: Decoded; readonly fields?: LineFields };

/** The record that a parser made of a line. */
export interface LineFields {
  readonly logType: string;
  readonly record: JsonObject;
}

/** Reads the lines of one source, in order from its first. */
export type LineDecoder = (line: string, file?: SourceFile) => DecodedLine;

/**
 * Makes what decodes the lines of a source that are no JSON; `undefined` where no log type has a parser. The log
 * type whose parser knows a line and reads its record best gets it.
 */
export function lineDecoders(options: RecordDecoderOptions): (() => LineDecoder) | undefined {
  const readers = options.logTypes.flatMap((logType) =>
    logType.parser === undefined
      ? []
      : [
          {
            name: logType.name,
            open: logType.parser,
            decode: recordDecoder({ ...options, logTypes: [logType] }),
          },
        ],
  );
  if (readers.length === 0) return undefined;
  const names = readers.map(({ name }) => name);
  const unknown: Decoded = {
    code: "RECORD_NOT_CLASSIFIED",
    message: `neither JSON nor a line of ${names.slice(0, FEW).join(", ")}${names.length > FEW ? ` or ${names.length - FEW} more` : ""}`,
  };
  return () => {
    const open = readers.map(({ name, decode, ...reader }) => ({ name, decode, parse: reader.open() }));
    return (line, file) => decodeLine(line, file, open) ?? { decoded: unknown };
  };
}

/** How many log types are named. */
const FEW = 3;

interface OpenReader {
  readonly name: string;
  readonly parse: LineParser;
  readonly decode: RecordDecoder;
}

function decodeLine(
  line: string,
  file: SourceFile | undefined,
  readers: readonly OpenReader[],
): DecodedLine | undefined {
  let best: Extract<DecodedLine, object> | undefined;
  let isSkipped = false;
  for (const { name, parse, decode } of readers) {
    const record = parse(line);
    if (record === "skipped") isSkipped = true;
    if (record === undefined || record === "skipped") continue;
    const found = { decoded: decode(record, file), fields: { logType: name, record } };
    if (best === undefined || precedes(found.decoded, best.decoded)) best = found;
  }
  return best ?? (isSkipped ? "skipped" : undefined);
}

/** An event before none, and of two events the one that is read better. */
function precedes(one: Decoded, other: Decoded): boolean {
  if (one.event === undefined || other.event === undefined) return one.event !== undefined;
  return isBetter(readOf(one), readOf(other));
}

function readOf({ event, unknown }: Accepted): Parameters<typeof isBetter>[0] {
  return { issues: event.p_field_issues ?? [], unknown };
}
