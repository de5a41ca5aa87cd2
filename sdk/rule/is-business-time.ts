import { organization } from "./organization.ts";

/** How long the offset of a zone surely stays the same: changes are at quarters of an hour. In milliseconds. */
const QUARTER = 900_000;

/** How many quarters of an hour are remembered of a zone: about four months. */
const REMEMBERED = 12_000;

const HOUR = 3_600_000;

/** What is known of a time zone. */
interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** By quarter of an hour since 1970, in milliseconds. */
  readonly offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();

/**
 * Whether people are expected to work at a time, by the business hours of the configuration and the clock of their time
 * zone, summer time included; `undefined` where it says nothing of hours. The hour `to` is no work any more.
 *
 * @example
 * // businessHours: { timeZone: "Europe/Berlin", days: [1, 2, 3, 4, 5], from: 8, to: 18 }
 * isBusinessTime(new Date("2026-03-02T07:00:00Z")); // true: Monday, eight o'clock in Berlin
 * isBusinessTime(new Date("2026-03-02T17:00:00Z")); // false: six in the evening
 */
export function isBusinessTime(date: Date): boolean | undefined {
  const { businessHours } = organization();
  if (businessHours === undefined) return undefined;
  const time = date.getTime();
  if (Number.isNaN(time)) return false;
  const { timeZone, days, from, to } = businessHours;
  // A date whose UTC is the clock of the zone.
  const local = new Date(time + offsetAt(time, timeZone));
  const hour = local.getUTCHours();
  return hour >= from && hour < to && days.includes(local.getUTCDay() || 7);
}

function offsetAt(time: number, timeZone: string): number {
  const { format, offsets } = zoneOf(timeZone);
  const quarter = Math.floor(time / QUARTER);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  if (offsets.size >= REMEMBERED) offsets.clear();
  const offset = readOffset(format.format(time));
  offsets.set(quarter, offset);
  return offset;
}

function zoneOf(timeZone: string): Zone {
  const zone = zones.get(timeZone) ?? {
    format: new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }),
    offsets: new Map(),
  };
  zones.set(timeZone, zone);
  return zone;
}

/** Reads `3/2/2026, GMT+01:00`; without a number it is Greenwich's time. */
function readOffset(text: string): number {
  const [, sign, hours = "0", minutes = "0"] = /GMT([+-])(\d+):(\d+)/.exec(text) ?? [];
  const offset = Number(hours) * HOUR + Number(minutes) * 60_000;
  return sign === "-" ? -offset : offset;
}
