import type { JsonValue } from "../../base/json.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

const SHORTHANDS: Readonly<Record<string, string>> = {
  T: "%H:%M:%S",
  X: "%H:%M:%S",
  R: "%H:%M",
  r: "%I:%M:%S %p",
  F: "%Y-%m-%d",
  D: "%m/%d/%y",
  x: "%m/%d/%y",
  v: "%e-%b-%Y",
  c: "%a %b %e %H:%M:%S %Y",
};

/** A time as a record writes it that has the format: one with a name, or a strftime pattern. */
export function writeTime(time: Date, format: string): JsonValue {
  const milliseconds = time.getTime();
  switch (format) {
    case "unix":
    case "unix_auto":
      return milliseconds / 1_000;
    case "unix_ms":
      return milliseconds;
    case "unix_us":
      return String(BigInt(milliseconds) * 1_000n);
    case "unix_ns":
      return String(BigInt(milliseconds) * 1_000_000n);
    default:
      return format.includes("%") ? strftime(time, format) : time.toISOString();
  }
}

function strftime(time: Date, pattern: string): string {
  return pattern.replace(/%[-:]?(.)/g, (_, letter: string) => {
    const shorthand = SHORTHANDS[letter];
    return shorthand === undefined ? directive(time, letter) : strftime(time, shorthand);
  });
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function directive(time: Date, letter: string): string {
  const year = time.getUTCFullYear();
  const hour = time.getUTCHours();
  const month = MONTHS[time.getUTCMonth()] ?? "";
  const day = DAYS[time.getUTCDay()] ?? "";
  const parts: Readonly<Record<string, string>> = {
    Y: String(year).padStart(4, "0"),
    y: two(year % 100),
    m: two(time.getUTCMonth() + 1),
    b: month.slice(0, 3),
    h: month.slice(0, 3),
    B: month,
    d: two(time.getUTCDate()),
    e: two(time.getUTCDate()),
    j: String(Math.floor((time.getTime() - Date.UTC(year, 0)) / 86_400_000) + 1).padStart(3, "0"),
    a: day.slice(0, 3),
    A: day,
    u: String(time.getUTCDay() || 7),
    w: String(time.getUTCDay()),
    H: two(hour),
    k: two(hour),
    I: two(hour % 12 || 12),
    l: two(hour % 12 || 12),
    p: hour < 12 ? "AM" : "PM",
    P: hour < 12 ? "am" : "pm",
    M: two(time.getUTCMinutes()),
    S: two(time.getUTCSeconds()),
    f: "000000",
    N: "000000000",
    L: "000",
    z: "+0000",
    Z: "UTC",
    s: String(Math.floor(time.getTime() / 1_000)),
    n: "\n",
    t: "\t",
  };
  return parts[letter] ?? letter;
}
