import { describe, expect, test } from "vitest";
import { estimate, studentT } from "../../../sdk/score/estimate.ts";
import { quantile } from "../../../sdk/score/quantile.ts";

/**
 * How likely a value of Student's distribution lies between minus and plus a limit. With t as the tangent of an angle,
 * times the root of the degrees of freedom, the density is a power of the cosine; added up by Simpson's rule.
 */
function likelihood(limit: number, freedom: number): number {
  const area = (to: number): number => {
    const steps = 2_000;
    const weights = Array.from({ length: steps + 1 }, (_, at) =>
      at === 0 || at === steps ? 1 : at % 2 === 0 ? 2 : 4,
    );
    return (
      to * weights.reduce((sum, weight, at) => sum + weight * Math.cos((to * at) / steps) ** (freedom - 1), 0)
    );
  };
  return area(Math.atan(limit / Math.sqrt(freedom))) / area(Math.PI / 2);
}

describe("95 % of Student's distribution lie between minus and plus t", () => {
  test.each([...Array.from({ length: 30 }, (_, at) => at + 1), 31, 50, 200])(
    "%i degrees of freedom",
    (freedom) => {
      expect(likelihood(studentT(freedom), freedom)).toBeCloseTo(0.95, 4);
    },
  );
});

describe("the mean of a figure over seeds", () => {
  test("has an interval", () => {
    const { runs, mean, low = 0, high = 0 } = estimate([10, 12, 14]) ?? { runs: 0, mean: 0 };
    expect(runs).toBe(3);
    expect(mean).toBe(12);
    expect([low, high].map((value) => value.toFixed(2))).toEqual(["7.03", "16.97"]);
  });

  test.each([
    { name: "of one seed has none", values: [0.9], is: { runs: 1, mean: 0.9 } },
    { name: "of none is none", values: [], is: undefined },
    { name: "of equal seeds is sure", values: [0.5, 0.5], is: { runs: 2, mean: 0.5, low: 0.5, high: 0.5 } },
    { name: "stays within what can be", values: [0, 1], is: { runs: 2, mean: 0.5, low: 0, high: 1 } },
  ])("$name", ({ values, is }) => {
    expect(estimate(values, 1)).toEqual(is);
  });
});

describe("a quantile lies between two values in proportion", () => {
  test.each([
    { values: [], part: 0.5, is: undefined },
    { values: [7], part: 0.9, is: 7 },
    { values: [10, 1, 2, 3], part: 0.5, is: 2.5 },
    { values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], part: 0.9, is: 10 },
    { values: [0, 100], part: 0.9, is: 90 },
  ])("$part of $values is $is", ({ values, part, is }) => {
    expect(quantile(values, part)).toBe(is);
  });
});
