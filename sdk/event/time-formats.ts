import type { JsonValue } from "../base/json.ts";
import type { TimeFormat } from "../schema/time-format.ts";
import { timeReader } from "./read-time.ts";

/** The ways in which a field's time may be written. */
export interface TimeFormats {
  /** For messages: `rfc3339, unix`. */
  readonly names: string;
  /** The moment that a value names, in milliseconds since 1970; `undefined` where no format reads it. */
  readonly read: (value: JsonValue) => number | undefined;
}

/**
 * Reads a time in the first of several formats that fits.
 *
 * @example
 * timeFormats("rfc3339", "unix").read("1700000000"); // 1_700_000_000_000
 */
export function timeFormats(...formats: readonly TimeFormat[]): TimeFormats {
  const names = formats.join(", ");
  const [first, ...others] = formats.map(timeReader);
  if (first === undefined) return { names, read: () => undefined };
  if (others.length === 0) return { names, read: first };
  return {
    names,
    read(value) {
      let time = first(value);
      for (let at = 0; time === undefined && at < others.length; at++) time = others[at]?.(value);
      return time;
    },
  };
}
