import type { JsonObject } from "../base/json.ts";
import { parseJson } from "../base/parse-json.ts";
import { type LineDecoder, lineDecoders } from "../event/line-decoder.ts";
import { type Decoded, type RecordDecoderOptions, recordDecoder } from "../event/record-decoder.ts";
import type { SourceFile } from "../event/standard-fields.ts";
import type { BrokenRecord, RawRecord } from "../sources/raw-record.ts";
import type { Source } from "../sources/source.ts";

/** A record with what decoding made of it; one that is no log entry was not decoded. */
export interface Arrived {
  readonly source: Source;
  readonly record: RawRecord;
  /** The event's time, in milliseconds since 1970. */
  readonly time?: number;
  readonly decoded?: Decoded;
  /** Decodes it again. What it needs to keep for that is small: a record's text, or a line's fields. */
  readonly again?: () => Decoded;
  /** Whether a parser found that the line holds no record. */
  readonly isSkipped?: boolean;
}

/** Decodes the records of sources, those of each source in their order. */
export type SourceDecoder = (record: RawRecord, source: Source) => Arrived;

/** Makes a {@link SourceDecoder}: JSON goes to the log types as it is, other lines to those that have a parser. */
export function sourceDecoder(options: RecordDecoderOptions): SourceDecoder {
  const decode = recordDecoder(options);
  const openLines = lineDecoders(options);
  const files = new Map<Source, SourceFile>();
  const lines = new Map<Source, OpenLines>();
  return (record, source) => {
    if (record.kind === "skipped") return { source, record };
    const file = files.get(source) ?? { path: source.name };
    files.set(source, file);
    if (record.kind === "record") {
      // The text alone: what was parsed of it takes ten times the room.
      const { raw, value } = record;
      const again = (): Decoded => decode(parseJson(raw) as JsonObject, file);
      return arrived(source, record, decode(value, file), again);
    }
    if (openLines === undefined || !mayBeLine(record)) return { source, record };
    const present = lines.get(source);
    const open =
      present === undefined || isAgain(record, present) ? { decode: openLines(), first: record } : present;
    lines.set(source, { ...open, offset: record.offset });
    const line = open.decode(record.raw, file);
    return line === "skipped"
      ? { source, record, isSkipped: true }
      : arrived(source, record, line.decoded, line.again);
  };
}

/** What reads the lines of a source, and how far it has come. */
interface OpenLines {
  readonly decode: LineDecoder;
  readonly first: BrokenRecord;
  /** That of the last line. */
  readonly offset: number;
}

/** Whether a source is read again, so that its header comes again. */
function isAgain({ offset, raw }: BrokenRecord, { first, offset: last }: OpenLines): boolean {
  return offset < last || (offset === first.offset && raw === first.raw);
}

/** Whether what is no record in JSON may be a line of a log in text: broken JSON is not to pass for a row of CSV. */
function mayBeLine({ code, raw }: BrokenRecord): boolean {
  return (code === "RECORD_JSON_BROKEN" || code === "RECORD_NOT_OBJECT") && !/^\s*\{/.test(raw);
}

function arrived(source: Source, record: RawRecord, decoded: Decoded, again: () => Decoded): Arrived {
  if (decoded.event === undefined) return { source, record, decoded };
  return { source, record, decoded, again, time: decoded.event.p_event_time.getTime() };
}
