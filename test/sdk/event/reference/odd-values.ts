import type { JsonValue } from "../../../../sdk/base/json.ts";

/** Values that stand at the edge of some type, or beyond it. */
export const ODD_VALUES: readonly JsonValue[] = [
  "[null, true, false, 0, 1, -1, 1.5, 32768, -32769, 2147483648, 9007199254740991, 9007199254740994, -1e18, 1e300]",
  '["", " ", "x", "t", "FALSE", "007", "+7", "-0", "1.5", ".5", "5.", "1e3", "+1e999", "0x10", "9007199254740993"]',
  '["2026-08-03T22:54:46Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "2026-13-01T00:00:00Z"]',
  '["10.0.0.1", "::1", "10.0.0.0/8", "amy@example.com", "arn:aws:iam::x", "\\ud800", "\\u0000"]',
  '["{", "null", "[]", "{}", "\\"x\\"", "{\\"a\\":9007199254740993,\\"__proto__\\":{\\"a\\":1}}", "[1,[2,null]]"]',
  '[[], [[]], {}, [null], [{}], {"": ""}, {"a": 1}, {"a": {"b": "x"}}, ["x", 1], [[1], [2, "x"]]]',
].flatMap((values) => JSON.parse(values) as JsonValue[]);
