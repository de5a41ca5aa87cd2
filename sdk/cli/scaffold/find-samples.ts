import { CaracalError } from "../../base/caracal-error.ts";
import type { JsonObject } from "../../base/json.ts";
import type { LogType } from "../../event/log-type.ts";
import type { AnyEvent } from "../../event/log-types.ts";
import { recordDecoder, type RecordDecoder } from "../../event/record-decoder.ts";
import type { RecordRefusal } from "../../event/record-refusal.ts";
import { sha256 } from "../../event/sha256.ts";
import { type AlertFacts, alertFacts } from "./alert-facts.ts";
import { readSamples } from "./read-samples.ts";

/** A record that is a sample, and what was read of it. */
export interface Sample {
  readonly record: JsonObject;
  readonly event: AnyEvent;
  /** Paths of the record that its schema does not know. */
  readonly unknown: ReadonlyMap<string, string>;
}

/** What a rule starts from. */
export interface FoundSamples {
  /** Of one log type. */
  readonly samples: readonly Sample[];
  readonly alert?: AlertFacts;
}

/** More records than this say nothing new of what they have in common. */
const MOST_RECORDS = 1_000;

/**
 * The records that a file has, or those that the alert in it was raised by, as far as the logs have them.
 *
 * @param from a file of records, or of an alert as `caracal run` prints it
 * @param logs where an alert's events are
 * @throws CaracalError for a file that has neither, and for records of several log types
 */
export async function findSamples(
  from: string,
  logs: readonly string[],
  logTypes: readonly LogType[],
): Promise<FoundSamples> {
  const decode = recordDecoder({ logTypes, digest: sha256, clock: () => new Date(0) });
  const records: JsonObject[] = [];
  for await (const record of readSamples([from], true)) {
    const alert = alertFacts(record);
    if (alert !== undefined) return { alert, samples: await eventsOf(alert, logs, decode) };
    records.push(record);
    if (records.length === MOST_RECORDS) break;
  }
  return { samples: ofOneLogType(records, from, decode) };
}

function ofOneLogType(records: readonly JsonObject[], source: string, decode: RecordDecoder): Sample[] {
  const samples: Sample[] = [];
  let refusal: RecordRefusal | undefined;
  for (const record of records) {
    const decoded = decode(record);
    if (decoded.event === undefined) refusal ??= decoded;
    else samples.push({ record, ...decoded });
  }
  if (samples.length === 0) {
    const message = `no record of it is of a known log type: ${refusal?.message ?? "there is none"}`;
    throw new CaracalError({ code: "ARGUMENT_INVALID", source, message });
  }
  const names = [...new Set(samples.map(({ event }) => event.p_log_type))];
  if (names.length > 1) {
    const message = `the samples are of ${names.join(" and ")}, and a rule starts from one log type`;
    const fix = `choose one: --log-type ${names[0]}`;
    throw new CaracalError({ code: "ARGUMENT_INVALID", source, message, fix });
  }
  return samples;
}

/** The records of an alert's events, looked up by their row ids. */
async function eventsOf(
  { eventIds }: AlertFacts,
  logs: readonly string[],
  decode: RecordDecoder,
): Promise<Sample[]> {
  const wanted = new Set(eventIds);
  const samples: Sample[] = [];
  if (logs.length === 0) return samples;
  for await (const record of readSamples(logs, false)) {
    const decoded = decode(record);
    if (decoded.event !== undefined && wanted.delete(decoded.event.p_row_id))
      samples.push({ record, ...decoded });
    if (wanted.size === 0) break;
  }
  return samples;
}
