import { utcMidnight } from "../schema/utc-midnight.ts";

/**
 * The moment that an RFC 3339 text names, in milliseconds since 1970, or `undefined` for any other text. Also reads
 * `YYYY-MM-DD HH:MM:SS.fffffffff`, as Panther prints times; a time without a zone is UTC. What is finer than a
 * millisecond is cut off, and a leap second is the first of the next minute.
 *
 * It reads digit by digit: every event has a time, and a regular expression takes several times as long.
 *
 * @example
 * parseRfc3339("2026-08-10T21:12:39+02:00"); // 1_786_389_159_000
 */
export function parseRfc3339(text: string): number | undefined {
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  const isForm = isOneOf(text, 4, "-") && isOneOf(text, 7, "-") && isOneOf(text, 10, "Tt ");
  // A part that has something else than digits is no number, and no comparison with it holds.
  const isTime =
    isOneOf(text, 13, ":") && isOneOf(text, 16, ":") && hour <= 23 && minute <= 59 && second <= 60;
  if (!isForm || !isTime) return undefined;
  const end = isOneOf(text, 19, ".,") ? endOfDigits(text, 20) : 19;
  if (end === 20 || end > 29) return undefined;
  const midnight = midnightOf(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
  const offset = zoneMinutes(text, end);
  if (midnight === undefined || offset === undefined) return undefined;
  const fraction = end === 19 ? 0 : milliseconds(text, end);
  return midnight + (hour * 60 + minute - offset) * 60_000 + second * 1_000 + fraction;
}

/** The last day that was asked for: a log has many times of one day after each other. */
let last: { readonly day: number; readonly midnight: number | undefined } = { day: Number.NaN, midnight: 0 };

function midnightOf(year: number, month: number, day: number): number | undefined {
  const key = year * 10_000 + month * 100 + day;
  if (key !== last.day) last = { day: key, midnight: utcMidnight(year, month, day) };
  return last.midnight;
}

/** Minutes that a zone is ahead of UTC; `undefined` for what is no zone. */
function zoneMinutes(text: string, at: number): number | undefined {
  if (at === text.length) return 0;
  if (isOneOf(text, at, "Zz")) return at + 1 === text.length ? 0 : undefined;
  const minutesAt = isOneOf(text, at + 3, ":") ? at + 4 : at + 3;
  const hours = digits(text, at + 1, 2);
  const minutes = digits(text, minutesAt, 2);
  if (!(hours <= 23 && minutes <= 59) || minutesAt + 2 !== text.length || !isOneOf(text, at, "+-"))
    return undefined;
  return (hours * 60 + minutes) * (isOneOf(text, at, "-") ? -1 : 1);
}

/** The first three digits of a fraction that begins at 20. */
function milliseconds(text: string, end: number): number {
  const count = Math.min(end - 20, 3);
  return digits(text, 20, count) * 10 ** (3 - count);
}

function isOneOf(text: string, at: number, characters: string): boolean {
  return at < text.length && characters.includes(text.charAt(at));
}

/** So many digits as a number, NaN where there is anything else. */
function digits(text: string, at: number, count: number): number {
  let number = 0;
  for (let index = at; index < at + count; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function endOfDigits(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end;
}
