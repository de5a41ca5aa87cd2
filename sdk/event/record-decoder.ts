import type { Digest } from "../base/digest.ts";
import type { JsonObject } from "../base/json.ts";
import { classifier } from "./classifier.ts";
import { Decoding } from "./decoding.ts";
import type { LogType } from "./log-type.ts";
import type { AnyEvent } from "./log-types.ts";
import { makeEvent, type Reading } from "./make-event.ts";
import { type RecordRefusal, refusalOf, refuseAll } from "./record-refusal.ts";
import type { SourceFile } from "./standard-fields.ts";

/** An event, made from a record. */
export interface Accepted {
  readonly event: AnyEvent;
  /** Paths of the record that the schema does not know, and the kind of what stands there. */
  readonly unknown: ReadonlyMap<string, string>;
}

/** What became of a record: an event, or the reason why no log type takes it. */
export type Decoded = Accepted | RecordRefusal;

export interface RecordDecoderOptions {
  readonly logTypes: readonly LogType[];
  readonly digest: Digest;
  /** The time now, for `p_parse_time`. */
  readonly clock: () => Date;
  /** Reject a record when any of its fields does not fit, as Panther does. Default: leave the field out. */
  readonly strict?: boolean;
}

/** Turns records into events: finds the log type that takes a record, decodes it, and adds the `p_` fields. */
export type RecordDecoder = (record: JsonObject, file?: SourceFile) => Decoded;

/**
 * Makes a {@link RecordDecoder}. Of the log types whose every key a record has, the one that reads it with the fewest
 * field issues takes it; among equals the one that leaves the fewest fields unknown; then the likeliest. What came
 * before never decides, so any order of records gives the same events.
 */
export function recordDecoder(options: RecordDecoderOptions): RecordDecoder {
  const { candidates, nearest } = classifier(options.logTypes);
  return (record, file) => {
    const accepted = acceptFirst(candidates(record), record, file, options);
    if (accepted !== undefined) return accepted;
    const refusals = nearest(record).map((logType) => refusalOf(read(logType, record), options.strict));
    return refuseAll(refusals, options.logTypes.length);
  };
}

function acceptFirst(
  logTypes: readonly LogType[],
  record: JsonObject,
  file: SourceFile | undefined,
  options: RecordDecoderOptions,
): Accepted | undefined {
  let best: Reading | undefined;
  for (const logType of logTypes) {
    const reading = read(logType, record);
    if (refusalOf(reading, options.strict) !== undefined) continue;
    if (best === undefined || isBetter(reading.to, best.to)) best = reading;
    if (best.to.issues.length + best.to.unknown.size === 0) break;
  }
  return best && accept(best, file, options);
}

/** Whether a record is read with fewer issues, or with as many and fewer fields that the schema does not know. */
export function isBetter({ issues, unknown }: Read, than: Read): boolean {
  if (issues.length !== than.issues.length) return issues.length < than.issues.length;
  return unknown.size < than.unknown.size;
}

type Read = Pick<Decoding, "issues" | "unknown">;

function read(logType: LogType, record: JsonObject): Reading {
  const to = new Decoding();
  return { logType, record, to, own: logType.decode(record, to) };
}

function accept(
  reading: Reading,
  file: SourceFile | undefined,
  { digest, clock }: RecordDecoderOptions,
): Accepted {
  return { event: makeEvent(reading, file, digest, clock()), unknown: reading.to.unknown };
}
