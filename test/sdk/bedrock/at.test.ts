import { expect, test } from "vitest";
import { along, at, listAt, textAt } from "../../../sdk/bedrock/at.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";

test.each<[JsonValue | undefined, [string?, string?, string?], JsonValue | undefined]>([
  [{ a: { b: 5 } }, ["a", "b"], 5],
  [{ a: { b: null } }, ["a", "b"], null],
  [{ a: 5 }, [], { a: 5 }],
  [{ a: { b: { c: 5 } } }, ["a", "b", "c"], 5],
  [{ a: { c: 5 } }, ["a", "b", "c"], undefined],
  [{ a: "text" }, ["a", "length"], undefined],
  [{ a: ["b"] }, ["a", "0"], undefined],
  [{}, ["constructor"], undefined],
  [{}, ["__proto__", "toString"], undefined],
  [null, ["a"], undefined],
  [undefined, ["a"], undefined],
])("in %j at %j stands %j", (value, path, found) => {
  expect([at(value, ...path), along(value, path as string[])]).toEqual([found, found]);
});

test("a text or list is one only where it is", () => {
  expect([textAt({ a: "b" }, "a"), textAt({ a: 5 }, "a"), textAt({ a: ["b"] }, "a")]).toEqual([
    "b",
    undefined,
    undefined,
  ]);
  expect([listAt({ a: ["b"] }, "a"), listAt({ a: "b" }, "a"), listAt(null, "a")]).toEqual([["b"], [], []]);
});
