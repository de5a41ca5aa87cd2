import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonValue } from "../../../sdk/base/json.ts";
import { canonicalJson } from "../../../sdk/event/canonical-json.ts";

test.each([
  ["null", "null"],
  ['"a\\n\\ud800"', '"a\\n\\ud800"'],
  ["[]", "[]"],
  ["{}", "{}"],
  ["[[],{},1]", "[[],{},1]"],
  ['{"b":1,"a":{"d":[1,2],"c":null}}', '{"a":{"c":null,"d":[1,2]},"b":1}'],
  ['{"__proto__":1,"B":2}', '{"B":2,"__proto__":1}'],
])("%s is %s", (json, canonical) => {
  expect(canonicalJson(JSON.parse(json) as JsonValue)).toBe(canonical);
});

test("nesting deeper than the stack is written too", () => {
  const json = `${'[{"a":'.repeat(50_000)}1${"}]".repeat(50_000)}`;
  expect(canonicalJson(JSON.parse(json) as JsonValue)).toBe(json);
});

test("property: the text says the same, and the order of keys does not matter", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.stringify(value);
      const canonical = canonicalJson(JSON.parse(json) as JsonValue);
      expect(JSON.parse(canonical)).toEqual(JSON.parse(json));
      expect(canonicalJson(backwards(JSON.parse(json) as JsonValue))).toBe(canonical);
    }),
  );
});

function backwards(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, backwards(inner ?? null)] as const);
  return Object.fromEntries(entries.toReversed());
}
