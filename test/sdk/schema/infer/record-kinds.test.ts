import * as fc from "fast-check";
import { expect, test } from "vitest";
import { kindsOf } from "../../../../sdk/schema/infer/record-kinds.ts";
import { observed } from "./infer.ts";

const kinds = (...records: object[]): [number, string][] =>
  kindsOf(observed(records).keySets).map(({ count, keys }) => [count, [...keys].join()]);

const door = { door: 1, badge: 1, opened: 1, time: 1 };
const page = { url: 1, status: 1, bytes: 1, time: 1 };

test("records that share next to no keys are several kinds, the most frequent first", () => {
  expect(kinds(door, page, door, page, { ...door, left: 1 })).toEqual([
    [3, "door,badge,opened,time,left"],
    [2, "url,status,bytes,time"],
  ]);
});

test("records with a few keys of their own are one kind", () => {
  expect(kinds(door, { ...door, left: 1 }, { door: 1, time: 1, why: 1 })).toHaveLength(1);
});

test("two kinds are one when other records have the keys of both", () => {
  expect(kinds(door, door, page, page, { ...door, ...page })).toHaveLength(1);
});

test("one odd record makes no kind", () => {
  expect(kinds(door, door, page)).toEqual([[2, "door,badge,opened,time"]]);
});

const recordsKeys = fc.array(
  fc.uniqueArray(fc.constantFrom(..."a b c d e f g h".split(" ")), { minLength: 1 }),
  {
    minLength: 2,
    maxLength: 8,
  },
);

/** The kinds of records that have these keys, each twice: a single record makes no kind. */
function kindsWith(keys: readonly (readonly string[])[]): [number, string[]][] {
  const records = [...keys, ...keys].map((some) => Object.fromEntries(some.map((key) => [key, 1])));
  return kinds(...records).map(([count, joined]) => [count, joined.split(",").toSorted()]);
}

test("the order of the records decides nothing", () => {
  const shuffled = recordsKeys.chain((keys) =>
    fc.tuple(fc.constant(keys), fc.shuffledSubarray(keys, { minLength: keys.length })),
  );
  fc.assert(
    fc.property(shuffled, ([keys, others]) => {
      expect(kindsWith(others)).toEqual(kindsWith(keys));
    }),
    { numRuns: 1_000 },
  );
});
