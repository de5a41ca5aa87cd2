import { compileStrftime } from "../strftime.ts";
import type { TimeFormat } from "../time-format.ts";
import { utcMidnight } from "../utc-midnight.ts";

const DAY = "(\\d{4})-(\\d\\d)-(\\d\\d)";
const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d";

/** With its zone, or as Panther prints times. */
const RFC3339 = [
  new RegExp(`^${DAY}[Tt]${TIME}(?:\\.\\d{1,9})?(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$`),
  new RegExp(`^${DAY} ${TIME}\\.\\d{9}$`),
];

/** Ways that are RFC 3339 but for the zone. Caracal reads them as such; Panther does not. */
const NEARLY_RFC3339: readonly TimeFormat[] = [
  "%Y-%m-%dT%H:%M:%S",
  "%Y-%m-%dT%H:%M:%S.%f",
  "%Y-%m-%dT%H:%M:%S%z",
  "%Y-%m-%dT%H:%M:%S.%f%z",
  "%Y-%m-%d %H:%M:%S",
  "%Y-%m-%d %H:%M:%S.%f",
];

/** In the order in which they are tried. `03/04/2026` is not among them: nothing tells its month from its day. */
const PATTERNS: readonly TimeFormat[] = [
  ...NEARLY_RFC3339,
  "%Y-%m-%d %H:%M:%S %z",
  "%Y-%m-%d",
  "%Y/%m/%d %H:%M:%S",
  "%d/%b/%Y:%H:%M:%S %z",
  "%d %b %Y %H:%M:%S",
  "%a, %d %b %Y %H:%M:%S %z",
  "%a, %d %b %Y %H:%M:%S %Z",
  "%a %b %d %H:%M:%S %Y",
];

const READERS = PATTERNS.map((format) => ({ format, ...compileStrftime(format) }));

/** The way in which a text names a moment, or `undefined` where it names none. */
export function timeFormatOf(text: string): TimeFormat | undefined {
  // Most texts are out by their length alone.
  if (text.length < 8 || text.length > 40) return undefined;
  if (isRfc3339(text)) return "rfc3339";
  return READERS.find(({ parse }) => parse(text) !== undefined)?.format;
}

function isRfc3339(text: string): boolean {
  return RFC3339.some((shape) => {
    const [, year, month, day] = shape.exec(text) ?? [];
    return day !== undefined && utcMidnight(Number(year), Number(month), Number(day)) !== undefined;
  });
}

/** Whether a text of the format would be found to be one. */
export function isRecognised(format: TimeFormat): boolean {
  return format === "rfc3339" || PATTERNS.includes(format) || UNITS.some(([unit]) => unit === format);
}

/** Whether a schema that lists some formats takes texts of another. */
export function isCovered(format: TimeFormat, formats: readonly TimeFormat[]): boolean {
  return formats.includes(format) || (formats.includes("rfc3339") && NEARLY_RFC3339.includes(format));
}

/** Seconds since 1970 of the years 2000 and 2100: a number outside is no moment. */
const FROM = 946_684_800;
const TO = 4_102_444_800;

const UNITS = [
  ["unix", 1],
  ["unix_ms", 1e3],
  ["unix_us", 1e6],
  ["unix_ns", 1e9],
] as const satisfies readonly (readonly [TimeFormat, number])[];

/** The unit in which all numbers of a range are moments of this century, or `undefined`. */
export function unixFormatOf(least: number, most: number): TimeFormat | undefined {
  return UNITS.find(([, unit]) => least >= FROM * unit && most < TO * unit)?.[0];
}
