/**
 * The moment a day begins in UTC, in milliseconds since 1970; `undefined` for a day that no calendar has. Months and
 * days count from 1.
 *
 * @example
 * utcMidnight(2026, 6, 31); // undefined
 */
export function utcMidnight(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  // Date.UTC takes the year 26 for 1926, and both carry the 31st of June over to July; a log that says so is wrong.
  const time = date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time : undefined;
}
