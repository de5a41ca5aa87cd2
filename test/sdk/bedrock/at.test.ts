import { expect, test } from "vitest";
import { at, listAt, textAt } from "../../../sdk/bedrock/at.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";

test.each<[JsonValue | undefined, string[], JsonValue | undefined]>([
  [{ a: { b: 5 } }, ["a", "b"], 5],
  [{ a: { b: null } }, ["a", "b"], null],
  [{ a: 5 }, [], { a: 5 }],
  [{ a: "text" }, ["a", "length"], undefined],
  [{ a: ["b"] }, ["a", "0"], undefined],
  [{}, ["constructor"], undefined],
  [{}, ["__proto__", "toString"], undefined],
  [null, ["a"], undefined],
  [undefined, ["a"], undefined],
])("in %j at %j stands %j", (value, path, found) => {
  expect(at(value, ...path)).toEqual(found);
});

test("a text or list is one only where it is", () => {
  expect([textAt({ a: "b" }, "a"), textAt({ a: 5 }, "a"), textAt({ a: ["b"] }, "a")]).toEqual([
    "b",
    undefined,
    undefined,
  ]);
  expect([listAt({ a: ["b"] }, "a"), listAt({ a: "b" }, "a"), listAt(null, "a")]).toEqual([["b"], [], []]);
});
