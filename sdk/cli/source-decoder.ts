import { type LineDecoder, type LineFields, lineDecoders } from "../event/line-decoder.ts";
import { type Decoded, type RecordDecoderOptions, recordDecoder } from "../event/record-decoder.ts";
import type { SourceFile } from "../event/standard-fields.ts";
import type { BrokenRecord, RawRecord } from "../sources/raw-record.ts";
import type { Source } from "../sources/source.ts";
import type { KeptRecord } from "./remake-event.ts";

/** A record with what decoding made of it; one that is no log entry was not decoded. */
export interface Arrived {
  readonly source: Source;
  readonly record: RawRecord;
  /** The event's time, in milliseconds since 1970. */
  readonly time?: number;
  readonly decoded?: Decoded;
  /** What is kept of an event until its turn, to make it again. */
  readonly kept?: KeptRecord;
  /** Whether a parser found that the line holds no record. */
  readonly isSkipped?: boolean;
}

/** Decodes the records of sources, those of each source in their order. */
export type SourceDecoder = (record: RawRecord, source: Source) => Arrived;

export interface SourceDecoderOptions extends RecordDecoderOptions {
  /** Up to when events may be, in milliseconds since 1970; later ones are refused. Default: there is no limit. */
  readonly horizon?: () => number;
}

/** Makes a {@link SourceDecoder}: JSON goes to the log types as it is, other lines to those that have a parser. */
export function sourceDecoder(options: SourceDecoderOptions): SourceDecoder {
  const { horizon = () => Number.POSITIVE_INFINITY } = options;
  const decode = recordDecoder(options);
  const openLines = lineDecoders(options);
  const files = new WeakMap<Source, SourceFile>();
  const lines = new WeakMap<Source, OpenLines>();
  return (record, source) => {
    if (record.kind === "skipped") return { source, record };
    const file = files.get(source) ?? { path: source.name };
    files.set(source, file);
    if (record.kind === "record") {
      // The text alone is kept: what was parsed of it takes ten times the room.
      return inTime(arrived(source, record, decode(record.value, file), { raw: record.raw }), horizon);
    }
    if (openLines === undefined || !mayBeLine(record)) return { source, record };
    const present = lines.get(source);
    const open =
      present === undefined || isAgain(record, present) ? { decode: openLines(), first: record } : present;
    lines.set(source, { ...open, offset: record.offset });
    const line = open.decode(record.raw, file);
    return line === "skipped"
      ? { source, record, isSkipped: true }
      : inTime(arrived(source, record, line.decoded, line.fields ?? { raw: record.raw }), horizon);
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

function arrived(
  source: Source,
  record: RawRecord,
  decoded: Decoded,
  from: { readonly raw: string } | LineFields,
): Arrived {
  if (decoded.event === undefined) return { source, record, decoded };
  const { p_event_time, p_parse_time } = decoded.event;
  const time = p_event_time.getTime();
  const kept = { ...from, path: source.name, time, parsed: p_parse_time.getTime() };
  return { source, record, decoded, time, kept };
}

/** What arrived, refused if it is from too far ahead; without its time, so that it goes with what stands before it. */
function inTime(arrival: Arrived, horizon: () => number): Arrived {
  const { source, record, time } = arrival;
  if (time === undefined || time <= horizon()) return arrival;
  const message = `the event is of ${new Date(time).toISOString()}, which is more than a day ahead of the clock`;
  return { source, record, decoded: { code: "EVENT_FAR_AHEAD", message } };
}
