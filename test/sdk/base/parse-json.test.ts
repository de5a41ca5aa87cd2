import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "../../../sdk/base/parse-json.ts";

test.each([
  ["9007199254740991", 9_007_199_254_740_991],
  ["9007199254740992", "9007199254740992"],
  ["-9007199254740993", "-9007199254740993"],
  ['{"a":[1,18446744073709551615]}', { a: [1, "18446744073709551615"] }],
  ['{"a" : \t 12345678901234567890 }', { a: "12345678901234567890" }],
  ['{"a":"12345678901234567890"}', { a: "12345678901234567890" }],
  ['{"a":"x: 12345678901234567890","b":1}', { a: "x: 12345678901234567890", b: 1 }],
  ["[1234567890123456789.5, 1.2345678901234567]", [1_234_567_890_123_456_800, 1.2345678901234567]],
  ["[1e300,12345678901234567890]", [1e300, "12345678901234567890"]],
  ["1234567890123456", 1_234_567_890_123_456],
])("%s", (text, value) => {
  expect(parseJson(` ${text}`)).toEqual(value);
  expect(parseJson(`[${text}]`)).toEqual([value]);
});

test("a key that objects inherit stays the record's own", () => {
  const value = parseJson('{"__proto__":{"a":12345678901234567890}}');
  expect(Object.keys(value as object)).toEqual(["__proto__"]);
  expect(JSON.stringify(value)).toBe('{"__proto__":{"a":"12345678901234567890"}}');
});

test("no integer is ever rounded, wherever it stands", () => {
  const integer = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });
  fc.assert(
    fc.property(fc.array(integer), fc.constantFrom("", " ", "\n  "), (integers, blank) => {
      const text = `{"a":[${integers.join(`${blank},${blank}`)}]${blank}}`;
      const { a } = parseJson(text) as { a: (number | string)[] };
      expect(a.map(BigInt)).toEqual(integers);
    }),
  );
});

test("anything else is as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(!/\d{16}/.test(text));
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
  expect(() => parseJson("{")).toThrow(SyntaxError);
});
