import { InvalidArgumentError } from "commander";
import { isDuration, toMilliseconds } from "../base/duration.ts";
import { parseRfc3339 } from "../event/rfc3339.ts";
import { isSeverity, SEVERITIES, type Severity } from "../rule/severity.ts";

/** Each loads the rules and takes some 100 MB: more than this is a slip of the keyboard. */
const MOST_WORKERS = 64;

/** A moment, from RFC 3339 or a day: `2026-08-10T12:00:00Z`, `2026-08-10`; in milliseconds since 1970. */
export function parseMoment(text: string): number {
  const time = parseRfc3339(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
  if (time === undefined)
    throw new InvalidArgumentError("Write a day such as 2026-08-10 or a time such as 2026-08-10T12:00:00Z.");
  return time;
}

/** A length of time in milliseconds; `0` is none. */
export function parseLateness(text: string): number {
  if (text === "0") return 0;
  if (!isDuration(text))
    throw new InvalidArgumentError("Write a length of time such as 30s, 15m or 1h, or 0.");
  return toMilliseconds(text);
}

/** How many worker threads; 0 is none. */
export function parseWorkers(text: string): number {
  const workers = Number(text);
  if (!/^\d{1,2}$/.test(text) || workers > MOST_WORKERS)
    throw new InvalidArgumentError(`Write a number from 0 to ${MOST_WORKERS}.`);
  return workers;
}

/** A severity, in any case. */
export function parseSeverity(text: string): Severity {
  const severity = text.toUpperCase();
  if (!isSeverity(severity)) throw new InvalidArgumentError(`Use one of ${SEVERITIES.join(", ")}.`);
  return severity;
}

/** The path of a file. An empty one is a variable that was not set. */
export function parsePath(text: string): string {
  if (text === "") throw new InvalidArgumentError("Name a file.");
  return text;
}
