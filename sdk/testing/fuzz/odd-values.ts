import type { JsonValue } from "../../base/json.ts";

/** How long a text is that a careless rule takes long to read. */
const LONG = 100_000;

/** Longer than an alert's context may be. */
export const HUGE_TEXT = "lorem ipsum ".repeat(20_000);

/** Texts that a careless expression takes long for. */
export const SLOW_TEXTS: readonly string[] = [
  "a".repeat(LONG),
  " ".repeat(LONG),
  "/".repeat(LONG),
  `${"a".repeat(40)}!`,
  `${"a ".repeat(30)}!`,
];

/** Texts of the kinds that logs hold, and some that they should not; all made up. */
export const ODD_TEXTS: readonly string[] = [
  "arn:aws:iam::111122223333:root",
  "arn:aws:iam::111122223333:role/claims-summary",
  "arn:aws:sts::111122223333:assumed-role/claims-summary/task-1",
  "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/dana@example.com",
  "arn:aws:sts::111122223333:federated-user/dana",
  "arn:aws:s3:::claims/2026",
  "444455556666",
  "192.0.2.10",
  "2001:db8::1",
  "dana@example.com",
  "https://example.com/a?b=c#d",
  "host.example.com",
  "2026-03-02T09:00:00Z",
  "{}",
  '{"a":[1]}',
  "[]",
  "true",
  "0",
  "-1",
  " ",
  ":",
  "/",
  "a,b",
  "a b",
  "ÄÖ",
  "\u{1F980}",
  "\uD800",
  "\u202E\u0000",
  "%",
  "__proto__",
  "constructor",
];

/** Numbers at the edges. */
export const ODD_NUMBERS: readonly number[] = [
  0,
  1,
  -1,
  2,
  100,
  1.5,
  65_535,
  2 ** 31,
  1e9,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
];

/** JSON that is seldom expected. */
export const ODD_JSON: readonly JsonValue[] = [
  '{"__proto__":{"a":1}}',
  '{"constructor":"a"}',
  '{"a":{"a":{"a":null}}}',
  "[[]]",
  "[null,{},1]",
].map((text) => JSON.parse(text) as JsonValue);

/** As long as the huge text, in many elements. */
export const LONG_LIST: readonly string[] = Array.from({ length: 2_000 }, () => HUGE_TEXT.slice(0, 120));

/** Each hour of a Monday. */
export const ODD_HOURS: readonly Date[] = Array.from(
  { length: 24 },
  (_, hour) => new Date(Date.UTC(2026, 2, 2, hour)),
);

/** Each day of a week, at noon. */
export const ODD_DAYS: readonly Date[] = Array.from(
  { length: 7 },
  (_, day) => new Date(Date.UTC(2026, 2, 2 + day, 12)),
);

/** Each part of a day, a Sunday, the last days of a February and of a year, the edges of time, each hour and day. */
export const ODD_TIMES: readonly Date[] = [
  ...[
    "2026-03-01T00:00:00Z",
    "2026-03-02T03:00:00Z",
    "2026-03-02T12:00:00Z",
    "2026-03-06T22:30:00Z",
    "2026-03-07T18:00:00Z",
    "2028-02-29T23:59:59Z",
    "2026-12-31T23:59:59Z",
    "1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
  ].map((text) => new Date(text)),
  ...ODD_HOURS,
  ...ODD_DAYS,
];
