import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";

export const MINUTE = 60_000;

/** Moments with gaps of so many seconds between them, the first one at `from`. */
export function paced(
  from: number,
  count: number,
  gap: readonly [number, number],
  random: Random,
): readonly number[] {
  let time = from;
  return Array.from({ length: count }, (_, at) => {
    if (at > 0) time += random.int(...gap) * 1_000;
    return time;
  });
}

/** Moments at random from `from` on, within `length` milliseconds, in order. */
export function spread(from: number, length: number, count: number, random: Random): readonly number[] {
  const last = Math.floor(length / 1_000) - 1;
  const times = Array.from({ length: count }, () => from + random.int(0, last) * 1_000);
  return times.toSorted((a, b) => a - b);
}

/** The next night, by Central European time and by that of the United States: 01:00 to 04:00 UTC is night in both. */
export function nextNight(time: number, random: Random): number {
  const day = 24 * HOUR;
  const night = Math.floor(time / day) * day + HOUR + random.int(0, 3 * 3_600) * 1_000;
  return night >= time ? night : night + day;
}
