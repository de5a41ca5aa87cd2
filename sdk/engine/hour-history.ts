const HOUR = 3_600_000;
const DAY = 24;

/** What a group's matches have added, by hour of event time: plain data, as the state store keeps it. */
export interface HourHistory {
  /** How many days are remembered. */
  readonly days: number;
  /** The time of the group's first match, in milliseconds since 1970. */
  readonly first: number;
  /** The sums of hours that had a match, counted from 1970; in order. */
  readonly hours: Map<number, number>;
  /** The latest of the hours. */
  last: number;
  /** What was usual at the hour that was asked for last, as long as nothing of the past has changed. */
  usual?: { readonly hour: number; readonly value: number } | undefined;
}

/** The past of a group whose first match comes now. */
export function emptyHistory(days: number, now: number): HourHistory {
  return { days, first: now, hours: new Map(), last: Math.floor(now / HOUR) };
}

/** Adds what a match adds, and forgets the hours that have become too old. Matches come in order of time. */
export function addToHistory(history: HourHistory, time: number, value: number): void {
  const { hours, days } = history;
  const hour = Math.floor(time / HOUR);
  const sum = hours.get(hour);
  hours.set(hour, (sum ?? 0) + value);
  // What happens in an hour is no part of what is usual at it.
  if (history.usual?.hour !== hour) history.usual = undefined;
  if (sum !== undefined) return;
  history.last = hour;
  for (const old of hours.keys()) {
    if (old >= hour - days * DAY - 1) break;
    hours.delete(old);
  }
}

/**
 * What is usual for a group at a time of day: the median over the days that it is known of the largest sum of the
 * same hour and those beside it. A day without a match counts as none; what happens today does not count, and a few
 * days out of the ordinary do not move a median.
 */
export function usualAt(history: HourHistory, time: number): number {
  const hour = Math.floor(time / HOUR);
  if (history.usual?.hour !== hour) history.usual = { hour, value: usualOf(history, hour) };
  return history.usual.value;
}

function usualOf({ hours, days, first }: HourHistory, hour: number): number {
  const known = Math.min(days, Math.ceil((hour - Math.floor(first / HOUR)) / DAY));
  const sums: number[] = [];
  for (let day = 1; day <= known; day++) {
    const around = [-1, 0, 1].map((beside) => hours.get(hour - day * DAY + beside) ?? 0);
    sums.push(Math.max(...around));
  }
  return median(sums);
}

/** When nothing of it counts any more, in milliseconds since 1970. */
export function outlivedAt({ last, days }: HourHistory): number {
  return (last + (days + 1) * DAY) * HOUR;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}
