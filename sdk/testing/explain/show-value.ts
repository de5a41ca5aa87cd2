import { visible } from "../../base/visible.ts";

/** Characters of a value or a piece of source that are shown. */
const SHOWN = 80;

/** A value as it is shown beside a part; `undefined` for an object, of which the fields that were read are shown. */
export function showValue(value: unknown): string | undefined {
  if (typeof value === "string") return JSON.stringify(shortened(value));
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid time" : showTime(value);
  if (value === null || value === undefined || typeof value === "boolean") return String(value);
  return typeof value === "number" || typeof value === "bigint" ? String(value) : undefined;
}

/** A text on one line, its end cut off where it is long. */
export function shortened(text: string): string {
  // Before the spaces are folded, so that a long text is not gone through.
  const line = visible(text.slice(0, SHOWN * 4).replace(/\s+/g, " "));
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}

/** A time in UTC, without milliseconds where there are none. */
export function showTime(time: Date | number): string {
  return new Date(time).toISOString().replace(".000Z", "Z");
}

/** A span of time: `09:00:00 … 09:03:00` within a day, whose date the events tell. */
export function showSpan(first: number, last: number): string {
  const [from, to] = [showTime(first), showTime(last)];
  if (from === to) return `at ${clockOf(from)}`;
  return from.slice(0, 10) === to.slice(0, 10) ? `${clockOf(from)} … ${clockOf(to)}` : `${from} … ${to}`;
}

function clockOf(time: string): string {
  return time.slice(11, -1);
}

/** A length of time: `1h30m`, `4m59s`. */
export function showLength(milliseconds: number): string {
  const units = [
    ["d", 86_400_000],
    ["h", 3_600_000],
    ["m", 60_000],
    ["s", 1_000],
    ["ms", 1],
  ] as const;
  let rest = milliseconds;
  const shown = units.map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? "" : `${count}${unit}`;
  });
  return shown.join("") || "0s";
}
