import { isJsonObject, type JsonObject, type JsonValue } from "../../base/json.ts";
import { Decoding } from "../../event/decoding.ts";
import type { LogType } from "../../event/log-type.ts";
import { isIndex, type Place, placesIn, withValue } from "./place.ts";
import { type Shape, shapeAt, shapeOf } from "./shape.ts";
import { type StandardSource, standardSources } from "./standard-sources.ts";
import { TYPICAL_TIME, typicalValue } from "./typical-value.ts";
import { writeTime } from "./write-time.ts";

/** What is known of a log type's records. */
export interface LogModel {
  readonly logType: LogType;
  /** Of its events; a record has the same names, because a transformation without a source leaves a field's own value. */
  readonly shape: Shape;
  /** A record with a value in every field. */
  readonly full: JsonObject;
  /** What the standard fields of its events are made of. */
  readonly sources: readonly StandardSource[];
  /** A time as the record writes it at a place. */
  readonly write: (time: Date, place: Place) => JsonValue;
}

/** What `validate` may ask for that is not told by the shape. */
const VALID_TEXTS = ["192.0.2.10", "2001:db8::1", "192.0.2.0/24", "2001:db8::/32", "a", "b"];

/** A time that no typical record has. */
const OTHER_TIME = new Date("2026-03-03T10:00:00Z");

/** Builds a {@link LogModel}, by asking the log type's own decoder. */
export function logModel(logType: LogType): LogModel {
  const shape = shapeOf(logType);
  const naive = typicalValue(shape, "") as JsonObject;
  const formats = timeFormatsOf(logType, shape, naive);
  const write = (time: Date, place: Place): JsonValue =>
    writeTime(time, formats.get(textOf(place)) ?? "rfc3339");
  const timed = placesOfKind(shape, naive, "time").reduce<JsonObject>(
    (record, place) => withValue(record, place, write(TYPICAL_TIME, place)) as JsonObject,
    withValues(naive, logType),
  );
  const full = validated(logType, timed);
  const sources = standardSources(
    full,
    (record) => decoded(logType, record),
    (place) => write(OTHER_TIME, place),
  );
  return { logType, shape, full, sources, write };
}

/** The first texts that `values` of the log type allows. */
function withValues(record: JsonObject, { values = {} }: LogType): JsonObject {
  return {
    ...record,
    ...Object.fromEntries(Object.entries(values).map(([key, [text = ""]]) => [key, text])),
  };
}

/** The format of each time, by what the decoder says of one that is none. */
function timeFormatsOf(logType: LogType, shape: Shape, record: JsonObject): ReadonlyMap<string, string> {
  const timeless = placesOfKind(shape, record, "time").reduce<JsonObject>(
    (one, place) => withValue(one, place, "?") as JsonObject,
    record,
  );
  const { issues } = decoded(logType, timeless);
  return new Map(
    issues.flatMap(({ path, expected }) => {
      const [, format] = /^timestamp \((.*?)(?:, .*)?\)$/.exec(expected) ?? [];
      return format === undefined ? [] : [[path, format] as const];
    }),
  );
}

/** The record with other texts where those that it has do not pass `validate`. */
function validated(logType: LogType, record: JsonObject): JsonObject {
  let best = record;
  const places = placesIn(record);
  // Each round mends one field.
  for (let round = 0; round < places.length; round++) {
    const { refusal } = decoded(logType, best);
    if (refusal === undefined) break;
    const wrong = places.filter((place) => textOf(place) === refusal.path);
    const mended = wrong
      .flatMap((place) => VALID_TEXTS.map((text) => withValue(best, place, text) as JsonObject))
      .find((one) => decoded(logType, one).refusal?.path !== refusal.path);
    if (mended === undefined) break;
    best = mended;
  }
  return best;
}

function decoded(logType: LogType, record: JsonObject): Decoding {
  const to = new Decoding();
  logType.decode(record, to);
  return to;
}

function placesOfKind(shape: Shape, record: JsonObject, kind: Shape["kind"]): Place[] {
  return placesIn(record).filter((place) => shapeAt(shape, place)?.kind === kind);
}

/** A place as the decoder tells it: `resources[].ARN`. */
function textOf(place: Place): string {
  return place.reduce((text, key) => `${text}${isIndex(key) ? "[]" : text === "" ? key : `.${key}`}`, "");
}

/** The record with the fields alone that none may lack. */
export function requiredOnly(shape: Shape, record: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(record))
    return (record as readonly JsonValue[]).map((one) => requiredOnly(shape.element ?? shape, one) ?? null);
  if (!isJsonObject(record)) return record;
  const kept = Object.entries(record).filter(([key]) => shape.fields.get(key)?.isRequired ?? true);
  return Object.fromEntries(
    kept.map(([key, value]) => {
      const field = shape.fields.get(key);
      return [key, field === undefined ? value : requiredOnly(field, value)];
    }),
  );
}
