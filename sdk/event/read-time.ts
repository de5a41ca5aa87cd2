import type { JsonValue } from "../base/json.ts";
import { parseRfc3339 } from "./rfc3339.ts";

/** Microseconds in one unit of each numeric format. */
const UNITS = { unix: 1_000_000, unix_ms: 1_000, unix_us: 1, unix_ns: 1 / 1_000 } as const;

/** A way in which a schema can say that a time is written. */
export type TimeFormat = "rfc3339" | keyof typeof UNITS;

/**
 * The moment that a value names in a format, in milliseconds since 1970, or `undefined`. Numbers may come as text.
 * A number is rounded to the microsecond, which is where floating point stops telling, then cut to the millisecond.
 */
export function readTime(value: JsonValue, format: TimeFormat): number | undefined {
  if (format === "rfc3339") return typeof value === "string" ? parseRfc3339(value) : undefined;
  const number = typeof value === "string" && /^[+-]?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number !== "number") return undefined;
  const microseconds = Math.round(number * UNITS[format]);
  const time = Math.floor(microseconds / 1_000);
  return Math.abs(time) <= 8.64e15 ? time : undefined;
}
