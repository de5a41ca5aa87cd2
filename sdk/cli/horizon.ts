/** The day on which this version was made: no right clock is before it. */
const MADE = Date.UTC(2026, 10, 22);

/** How far ahead of the clock an event may be, in milliseconds: a day, for clocks and time zones that are set wrong. */
const AHEAD = 86_400_000;

/**
 * Up to when events may be, in milliseconds since 1970. One from further ahead cannot have happened: were it to count,
 * it would close every window and make all that comes after it late.
 */
export function horizon(): number {
  return Math.max(Date.now(), MADE) + AHEAD;
}
