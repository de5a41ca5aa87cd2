/** How a text of a time ends that names its zone. */
const ZONE = /(?:Z|[+-]\d{2}:?\d{2}|\b(?:GMT|UTC?|[ECMP][SD]T))\s*(?:\(.*\))?$/i;

/** A date alone, which `Date` reads in UTC. */
const DATE = /^(?:\d{4}|[+-]\d{6})(?:-\d\d(?:-\d\d)?)?$/;

/**
 * Whether `Date` reads a text in the time zone of the machine.
 *
 * @example
 * isZoneless("2026-08-12 10:00"); // true
 * isZoneless("2026-08-12T10:00Z"); // false
 * isZoneless("2026-08-12"); // false
 */
export function isZoneless(text: string): boolean {
  return !DATE.test(text) && isZonelessIso(text);
}

/** The same of `parseISO`, which reads also a date alone in the time zone of the machine. */
export function isZonelessIso(text: string): boolean {
  // The day of a date alone looks like an offset.
  return !Number.isNaN(Date.parse(text)) && (DATE.test(text) || !ZONE.test(text));
}
