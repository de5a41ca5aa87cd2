import { CaracalError } from "../base/caracal-error.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import type { AnyEvent } from "../event/log-types.ts";
import { timeText } from "./join-differs.ts";

/** Which unit a time since 1970 is in, by its size; the borders are those of the format `unix_auto`. */
const UNITS = [
  { below: 1e11, perMillisecond: 1 / 1_000 },
  { below: 1e14, perMillisecond: 1 },
  { below: 1e17, perMillisecond: 1_000 },
  { below: Number.POSITIVE_INFINITY, perMillisecond: 1_000_000 },
] as const;

/**
 * A record as an event of another time: the field that its event time is read from says so, in the way in which it is
 * written.
 *
 * @param time milliseconds since 1970
 * @param decode makes an event of a record
 * @throws CaracalError `RECORD_NOT_CLASSIFIED` when the time cannot be put into the record
 */
export function putTime(
  record: JsonObject,
  time: number,
  decode: (record: JsonObject) => AnyEvent,
): JsonObject {
  const event = decode(record);
  if (event.p_event_time.getTime() === time) return record;
  const path = pathOf(event, event.p_event_time);
  const moved = path === undefined ? record : changed(record, path, (value) => written(time, value));
  if (timeOf(moved, decode) === time) return moved;
  throw new CaracalError({
    code: "RECORD_NOT_CLASSIFIED",
    message: `the time of a record of ${event.p_log_type} cannot be changed to ${timeText(time)}`,
    fix: "give a function that makes the record of its time: (at, time) => ({ … })",
  });
}

/** When a record happened; `undefined` where it is none any more. */
function timeOf(record: JsonObject, decode: (record: JsonObject) => AnyEvent): number | undefined {
  try {
    return decode(record).p_event_time.getTime();
  } catch {
    return undefined;
  }
}

/** Where the very object is, in the fields of an event's own schema. */
function pathOf(event: object, wanted: Date): readonly string[] | undefined {
  for (const [key, value] of Object.entries(event) as [string, unknown][]) {
    if (key.startsWith("p_")) continue;
    if (value === wanted) return [key];
    const below = isJsonObject(value) ? pathOf(value, wanted) : undefined;
    if (below !== undefined) return [key, ...below];
  }
  return undefined;
}

function changed(
  record: JsonObject,
  [key = "", ...rest]: readonly string[],
  change: (value: JsonValue | undefined) => JsonValue,
): JsonObject {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  const next = rest.length === 0 ? change(value) : changed(isJsonObject(value) ? value : {}, rest, change);
  return { ...record, [key]: next };
}

/** A time in the way of another one. */
function written(time: number, like: JsonValue | undefined): JsonValue {
  const number = typeof like === "number" ? like : Number(like);
  if (like === undefined || like === null || like === "" || Number.isNaN(number)) return timeText(time);
  const unit = UNITS.find(({ below }) => Math.abs(number) < below)?.perMillisecond ?? 1;
  return typeof like === "number" ? time * unit : String(time * unit);
}
