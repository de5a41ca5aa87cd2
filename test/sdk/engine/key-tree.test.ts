import * as fc from "fast-check";
import { expect, test } from "vitest";
import { KeyTree } from "../../../sdk/engine/key-tree.ts";

/** The value of a scope and a key; made where there is none. */
function valueOf<V extends object>(tree: KeyTree<V>, scope: unknown, key: unknown, make: () => V): V {
  const place = tree.at(scope, key);
  if (place === undefined) return make();
  return (place.value ??= make());
}

test("the same scope and key give the same value, others another", () => {
  const tree = new KeyTree<{ readonly number: number }>();
  let made = 0;
  const of = (scope: unknown, key: unknown): number =>
    valueOf(tree, scope, key, () => ({ number: made++ })).number;
  expect(of("a", "b")).toBe(0);
  expect(of("a", ["b"])).toBe(0);
  expect(of("a", ["b", "c"])).toBe(1);
  expect(of("b", "a")).toBe(2);
  expect(of("a", "b")).toBe(0);
});

test("what is no text, or very long, has no place", () => {
  const tree = new KeyTree<object>();
  for (const [scope, key] of [
    [["a"], "b"],
    ["a", 3],
    ["a", ["b", undefined]],
    ["a", "b".repeat(201)],
  ]) {
    expect(tree.at(scope, key)).toBeUndefined();
  }
});

test("what it gives is what would be made, also when it has been full", () => {
  const text = fc.integer({ min: 0, max: 200 }).map(String);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, fc.array(text, { minLength: 1, maxLength: 2 })), { minLength: 300 }),
      (keys) => {
        const tree = new KeyTree<{ readonly said: string }>();
        for (const [scope, key] of keys) {
          const said = JSON.stringify([scope, key]);
          expect(valueOf(tree, scope, key, () => ({ said })).said).toBe(said);
        }
      },
    ),
    { numRuns: 50 },
  );
});
