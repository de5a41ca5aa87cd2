import type { JsonObject, JsonValue } from "../../base/json.ts";
import type { Decoding } from "../../event/decoding.ts";
import { type Place, placesIn, valueAt, withValue } from "./place.ts";

/** A standard field of events, and a place of the record that it is made of. */
export interface StandardSource {
  /** `p_event_time`, or a list of indicators. */
  readonly field: string;
  readonly place: Place;
}

/** At least one for each list of indicators; none is in a typical record. */
const PROBES: readonly string[] = [
  "arn:aws:ec2:us-east-1:777788889999:instance/i-0fedcba9876543210",
  "arn:aws:sts::777788889999:assumed-role/probe/probe@example.net",
  "777788889999",
  "i-0fedcba9876543210",
  "198.51.100.77",
  "probe.example.net",
  "probe@example.net",
  "https://probe.example.net/",
  "00:00:5e:00:53:77",
  "cd".repeat(16),
  "cd".repeat(20),
  "cd".repeat(32),
];

/**
 * What the standard fields of a log type's events are made of: as its own decoder tells, when another value stands at a
 * place.
 *
 * @param time another event time, as the record writes it at a place
 */
export function standardSources(
  record: JsonObject,
  decode: (record: JsonObject) => Decoding,
  time: (place: Place) => JsonValue,
): StandardSource[] {
  return placesIn(record).flatMap((place) => {
    if (typeof valueAt(record, place) === "object") return [];
    const found = (value: JsonValue | undefined): Decoding =>
      decode(withValue(record, place, value) as JsonObject);
    const before = found(undefined);
    const lists = PROBES.flatMap((probe) => {
      const { marks } = found(probe);
      return Object.entries(marks).flatMap(([list, values]) =>
        String(values) === String(before.marks[list as keyof typeof marks]) ? [] : [list],
      );
    });
    const isTime = found(time(place)).time?.getTime() !== decode(record).time?.getTime();
    return [...new Set(lists), ...(isTime ? ["p_event_time"] : [])].map((field) => ({ field, place }));
  });
}
