import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addExactly, type ExactSum, rounded } from "../../../sdk/engine/exact-sum.ts";

function sumOf(values: readonly number[]): ExactSum {
  const sum: ExactSum = [];
  for (const value of values) addExactly(sum, value);
  return sum;
}

const values = fc.array(fc.double({ min: -1e200, max: 1e200, noNaN: true }), { maxLength: 30 });

describe("a sum", () => {
  test.each<[readonly number[], number]>([
    [[], 0],
    [[1, 2, 3], 6],
    [[0.1, 0.2, -0.1, -0.2], 0],
    [Array.from({ length: 10 }, () => 0.1), 1],
    [[1e100, 1, -1e100], 1],
    [[1, -1], 0],
  ])("of %j is %d", (added, expected) => {
    expect(rounded(sumOf(added))).toBe(expected);
  });

  test("has nothing left when all is taken away, in whatever order", () => {
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.nat()), (added, random) => {
        const sum = sumOf(added);
        const left = [...added];
        while (left.length > 0) {
          const [taken = 0] = left.splice((random.next().value ?? 0) % left.length, 1);
          addExactly(sum, -taken);
        }
        expect(sum).toEqual([]);
      }),
    );
  });

  test("does not depend on what has come and gone", () => {
    fc.assert(
      fc.property(values, values, (gone, kept) => {
        const sum = sumOf([...gone, ...kept]);
        for (const value of gone) addExactly(sum, -value);
        expect(rounded(sum)).toBe(rounded(sumOf(kept)));
      }),
      { numRuns: 1_000 },
    );
  });
});
