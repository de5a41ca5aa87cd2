const PATTERN =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?:[Zz]|([+-])(\d\d):?(\d\d))?$/;

/**
 * The moment that an RFC 3339 text names, in milliseconds since 1970, or `undefined` for any other text. Also reads
 * `YYYY-MM-DD HH:MM:SS.fffffffff`, as Panther prints times; a time without a zone is UTC. What is finer than a
 * millisecond is cut off, and a leap second is the first of the next minute.
 */
export function parseRfc3339(text: string): number | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6]);
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const midnight = utc(Number(match[1]), Number(match[2]), Number(match[3]));
  const offset = zoneMinutes(match[8], Number(match[9] ?? 0), Number(match[10] ?? 0));
  if (midnight === undefined || offset === undefined) return undefined;
  const fraction = match[7] === undefined ? 0 : Number(match[7].padEnd(3, "0").slice(0, 3));
  return midnight + (hour * 60 + minute - offset) * 60_000 + second * 1_000 + fraction;
}

/** Date carries the 31st of June over to July; a log that says so is wrong. */
function utc(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  // Date.UTC takes the year 26 for 1926.
  const time = date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time : undefined;
}

function zoneMinutes(sign: string | undefined, hours: number, minutes: number): number | undefined {
  if (hours > 23 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (sign === "-" ? -1 : 1);
}
