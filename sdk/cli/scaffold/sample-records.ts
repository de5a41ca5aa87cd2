import { CaracalError } from "../../base/caracal-error.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../base/json.ts";
import type { LogType } from "../../event/log-type.ts";
import { RecordReader } from "../../testing/record-reader.ts";
import { SAMPLE_TIME } from "../../testing/samples.ts";
import { disguiseRecord } from "./disguise-record.ts";
import { TextDisguise } from "./disguise-text.ts";
import type { Sample } from "./find-samples.ts";
import type { Subject } from "./subject.ts";
import { schemaOf } from "./top-fields.ts";

/** Fields that are filled in where a sample is used. */
const FILLED_IN = ["requestId", "requestID", "eventID", "timestamp", "eventTime"];

/** Samples as they stand in a test: made unrecognisable, in the types of their events, and each once. */
export function sampleRecords(
  samples: readonly Sample[],
  logType: LogType,
  { isOfAws = false, sample }: Subject,
): { readonly records: JsonObject[]; readonly originals: JsonObject[] } {
  const schema = schemaOf(logType);
  const from = samples[0]?.event.p_event_time.getTime() ?? 0;
  const disguise = new TextDisguise(from, Date.parse(SAMPLE_TIME));
  const records: JsonObject[] = [];
  const originals: JsonObject[] = [];
  const known = new Set<string>();
  for (const { record, event, unknown } of samples) {
    const disguised = disguiseRecord(record, { schema, unknown, isOfAws }, disguise);
    const typed = typedAs(event, disguised) as JsonObject;
    const short = sample.own === undefined ? filledIn(typed, sample.ordinary) : typed;
    const text = JSON.stringify(short);
    if (known.has(text)) continue;
    known.add(text);
    checkReadable(short, logType);
    records.push(short);
    originals.push(record);
  }
  return { records, originals };
}

/** @throws CaracalError where too much was made up for the record to be one of its log type */
function checkReadable(record: JsonObject, logType: LogType): void {
  try {
    new RecordReader([logType]).read(record);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `a sample of ${logType.name} is none any more without what could identify anybody: ${why}`;
    const fix = "leave --from away, and write the test's record by hand";
    throw new CaracalError({ code: "ARGUMENT_INVALID", message, fix }, { cause });
  }
}

/** With the time of an ordinary record, and without an id. */
function filledIn(record: JsonObject, ordinary: JsonObject): JsonObject {
  const kept = Object.entries(record).filter(([key]) => !FILLED_IN.includes(key));
  const usual = Object.entries(ordinary).filter(([key]) => FILLED_IN.includes(key));
  return Object.fromEntries([...kept, ...usual]);
}

/** A truth value or a number that the log has as text, as what it is in the event. */
function typedAs(event: unknown, value: JsonValue): JsonValue {
  if (isJsonObject(value) && isJsonObject(event))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, typedAs(event[key], item ?? null)]),
    );
  if (typeof value !== "string") return value;
  if (typeof event === "boolean") return event;
  return typeof event === "number" ? Number(value) : value;
}
