import { CaracalError } from "./caracal-error.ts";

const MILLISECONDS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

type Unit = keyof typeof MILLISECONDS;

/**
 * A length of time as people write it: a number and a unit, `"90s"`, `"15m"`, `"1h"`, `"7d"`, `"2w"`.
 * Days are 24 hours and weeks 7 days, whatever the calendar says.
 */
export type Duration = `${number}${Unit}`;

const PATTERN = /^(\d{1,12}(?:\.\d{1,6})?)(ms|s|m|h|d|w)$/;

/** Whether a text is a {@link Duration} of a millisecond or more. */
export function isDuration(text: string): text is Duration {
  return parse(text) > 0;
}

/**
 * A duration in whole milliseconds.
 *
 * @throws CaracalError `ARGUMENT_INVALID` for a text that is no duration, or less than a millisecond.
 * @example
 * toMilliseconds("15m"); // 900000
 */
export function toMilliseconds(duration: string): number {
  const milliseconds = parse(duration);
  if (milliseconds > 0) return milliseconds;
  throw new CaracalError({
    code: "ARGUMENT_INVALID",
    message: `"${duration}" is not a length of time`,
    fix: "write a number above zero and a unit, such as 90s, 15m, 1h or 7d",
  });
}

/** A number of milliseconds in the largest unit that divides it: `3600000` is `"1h"`. */
export function toDuration(milliseconds: number): Duration {
  for (const unit of ["w", "d", "h", "m", "s"] as const) {
    if (milliseconds > 0 && milliseconds % MILLISECONDS[unit] === 0)
      return `${milliseconds / MILLISECONDS[unit]}${unit}`;
  }
  return `${milliseconds}ms`;
}

/** In milliseconds; 0 for what is no length of time. */
function parse(text: string): number {
  const [, number, unit] = PATTERN.exec(text) ?? [];
  return number === undefined ? 0 : Math.round(Number(number) * MILLISECONDS[unit as Unit]);
}
