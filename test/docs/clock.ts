const DAY = 86_400_000;

/** The midnight before the first event of every table. */
const DAY_1 = Date.UTC(2026, 2, 2);

/** The time of `09:00`, `09:00:00.001`, `day 2 09:00` or `2099-01-01 09:00`, in milliseconds since 1970. */
export function readClock(text: string): number {
  const [, day, date, time] = /^(?:day (\d+) |([\d-]{10}) )?([\d:.]+)$/.exec(text) ?? [];
  const midnight = date === undefined ? DAY_1 + (Number(day ?? 1) - 1) * DAY : Date.parse(date);
  const instant = midnight + Date.parse(`1970-01-01T${time}Z`);
  if (Number.isNaN(instant)) throw new Error(`not a time: ${text}`);
  return instant;
}

/** A time as the tables write it, without what is not needed. */
export function writeClock(instant: number): string {
  const day = Math.floor((instant - DAY_1) / DAY) + 1;
  const time = new Date(instant)
    .toISOString()
    .slice(11, -1)
    .replace(/(:00)?\.000$/, "");
  return day === 1 ? time : `day ${day} ${time}`;
}
