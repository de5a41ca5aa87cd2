import { CaracalError } from "../base/caracal-error.ts";
import { isDuration, toMilliseconds } from "../base/duration.ts";
import { parseRfc3339 } from "../event/rfc3339.ts";

/** A moment in a test: RFC 3339, a date, or how long after the start: `"+4m59s"`, `"+0s"`. */
export type Moment = string | Date;

const PART = /\d+(?:\.\d+)?(?:ms|[smhdw])/g;

/**
 * A moment in milliseconds since 1970.
 *
 * @param start what `"+5m"` counts from
 * @throws CaracalError `ARGUMENT_INVALID` for a text that is no moment, and for what is beyond all dates
 * @example
 * clockTime("+1h30m", 0); // 5_400_000
 */
export function clockTime(moment: Moment, start: number): number {
  const time = readClock(moment, start);
  if (time !== undefined && !Number.isNaN(new Date(time).getTime())) return time;
  throw new CaracalError({
    code: "ARGUMENT_INVALID",
    message: `"${String(moment)}" is not a moment`,
    fix: 'write how long after the start, such as "+4m59s", or a time, such as "2026-03-02T09:00:00Z"',
  });
}

/** As {@link clockTime}; `undefined` for a text that is no moment, and perhaps no date for what is beyond all dates. */
export function readClock(moment: Moment, start: number): number | undefined {
  if (moment instanceof Date) return moment.getTime();
  if (!moment.startsWith("+")) return parseRfc3339(moment);
  const parts = moment.slice(1).match(PART) ?? [];
  if (parts.length === 0 || parts.join("") !== moment.slice(1)) return undefined;
  return parts.reduce((sum, part) => sum + (isDuration(part) ? toMilliseconds(part) : 0), start);
}
