import type { JsonValue } from "../base/json.ts";
import { compileStrftime } from "../schema/strftime.ts";
import type { TimeFormat } from "../schema/time-format.ts";
import { parseRfc3339 } from "./rfc3339.ts";

/** The moment that a value names, in milliseconds since 1970, or `undefined`. */
export type ReadTime = (value: JsonValue) => number | undefined;

/** Microseconds in one unit of each numeric format. */
const UNITS = { unix: 1_000_000, unix_ms: 1_000, unix_us: 1, unix_ns: 1 / 1_000 } as const;

/**
 * The first number that `unix_auto` does not take for a time in the unit. Seconds reach it in the year 5138; each
 * finer unit begins in March 1973.
 */
const FIRST_BEYOND = [
  ["unix", 1e11],
  ["unix_ms", 1e14],
  ["unix_us", 1e17],
] as const;

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** No number that is a time is longer; it bounds what a hostile text can cost. */
const LONGEST_NUMBER = 100;

const readers = new Map<TimeFormat, ReadTime>();

/**
 * What reads times of a format; it is made once. Numbers may come as text. A number is rounded to the microsecond,
 * which is where floating point stops telling, then cut to the millisecond.
 *
 * @throws CaracalError `SCHEMA_INVALID` for a strftime pattern that cannot be used.
 * @example
 * timeReader("unix_ms")("1785715200000"); // 1785715200000
 */
export function timeReader(format: TimeFormat): ReadTime {
  let reader = readers.get(format);
  if (reader === undefined) readers.set(format, (reader = makeReader(format)));
  return reader;
}

function makeReader(format: TimeFormat): ReadTime {
  if (format === "rfc3339") return textReader(parseRfc3339);
  if (format === "unix_auto") return readAuto;
  if (format === "cloudflare") return (value) => timeReader("rfc3339")(value) ?? readAuto(value);
  if (isUnix(format)) return (value) => readUnix(value, format);
  return textReader(compileStrftime(format).parse);
}

function textReader(parse: (text: string) => number | undefined): ReadTime {
  return (value) => (typeof value === "string" ? parse(value) : undefined);
}

function isUnix(format: TimeFormat): format is keyof typeof UNITS {
  return Object.hasOwn(UNITS, format);
}

function readAuto(value: JsonValue): number | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const size = Math.abs(Number(value));
  return readUnix(value, FIRST_BEYOND.find(([, beyond]) => size < beyond)?.[0] ?? "unix_ns");
}

function readUnix(value: JsonValue, format: keyof typeof UNITS): number | undefined {
  if (typeof value === "string") return readDigits(value, format);
  return typeof value === "number" ? timeOf(value, format) : undefined;
}

function readDigits(text: string, format: keyof typeof UNITS): number | undefined {
  if (text.length > LONGEST_NUMBER || !NUMBER.test(text)) return undefined;
  // Nanoseconds have more digits than a number holds; without the last three, which do not count, they fit.
  const [microseconds] = (format === "unix_ns" && /^[+-]?\d+(?=\d{3}(?!\d))/.exec(text)) || [];
  return microseconds === undefined ? timeOf(Number(text), format) : timeOf(Number(microseconds), "unix_us");
}

function timeOf(number: number, format: keyof typeof UNITS): number | undefined {
  const time = Math.floor(Math.round(number * UNITS[format]) / 1_000);
  return Math.abs(time) <= 8.64e15 ? time : undefined;
}
