import type { Digest } from "../base/digest.ts";
import type { JsonObject } from "../base/json.ts";
import type { Writable } from "../base/writable.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Decoding } from "./decoding.ts";
import { addIndicators } from "./indicators.ts";
import type { LogType } from "./log-type.ts";
import type { AnyEvent } from "./log-types.ts";
import type { SourceFile, StandardFields } from "./standard-fields.ts";

/** A record as a log type reads it. */
export interface Reading {
  readonly logType: LogType;
  readonly record: JsonObject;
  readonly to: Decoding;
  readonly own: object;
}

/** Adds to a record's own fields those that every event has. */
export function makeEvent(
  { logType, record, to, own }: Reading,
  file: SourceFile | undefined,
  digest: Digest,
  now: Date,
): AnyEvent {
  const event = own as Writable<StandardFields>;
  event.p_log_type = logType.name;
  event.p_row_id = digest(identityOf(own, logType, record));
  event.p_event_time = to.time ?? now;
  event.p_parse_time = now;
  if (file !== undefined) event.p_source_file = file;
  if (to.issues.length > 0) event.p_field_issues = to.issues;
  addIndicators(event, to.marks);
  return event;
}

/** The log type's identity fields, or all that the record says where their first is absent. */
function identityOf(own: object, logType: LogType, record: JsonObject): string {
  const identity = logType.identity?.(own);
  if (identity?.[0] === undefined) return `${logType.name}\n${canonicalJson(record)}`;
  // A date as its number: JSON.stringify is several times slower with a date than without.
  return `${logType.name}\n${JSON.stringify(identity.map((part) => (part instanceof Date ? part.getTime() : part)))}`;
}
