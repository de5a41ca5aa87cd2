/** The ways of writing a time that have a name. */
export const TIME_FORMATS = [
  "rfc3339",
  "unix",
  "unix_ms",
  "unix_us",
  "unix_ns",
  "unix_auto",
  "cloudflare",
] as const;

/** A way of writing a time: one that has a name, or a strftime pattern such as `%d/%b/%Y:%H:%M:%S %z`. */
export type TimeFormat = (typeof TIME_FORMATS)[number] | `${string}%${string}`;
