/** What several seeds say of a figure. */
export interface Estimate {
  /** How many seeds have the figure. */
  readonly runs: number;
  readonly mean: number;
  /** The 95 % confidence interval of the mean; two seeds or more have one. */
  readonly low?: number;
  readonly high?: number;
}

/**
 * Student's t below which 97.5 % of the distribution lie, by degrees of freedom from 1. Computed to three places from
 * the distribution itself, which the test does anew.
 */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/**
 * The mean of a figure over seeds, with its 95 % confidence interval by Student's t. Seeds are independent of each
 * other and of the same size, which is what that asks for. The interval is cut to the values that the figure can have.
 *
 * @param most what the figure can be at most; at least is 0
 * @example
 * estimate([0.9, 1, 0.95], 1); // { runs: 3, mean: 0.95, low: 0.826, high: 1 }
 */
export function estimate(values: readonly number[], most = Infinity): Estimate | undefined {
  const runs = values.length;
  if (runs === 0) return undefined;
  const mean = sum(values) / runs;
  if (runs === 1) return { runs, mean };
  const variance = sum(values.map((value) => (value - mean) ** 2)) / (runs - 1);
  const reach = studentT(runs - 1) * Math.sqrt(variance / runs);
  return { runs, mean, low: Math.max(0, mean - reach), high: Math.min(most, mean + reach) };
}

/** Beyond the table by the first terms of the expansion in Abramowitz and Stegun, 26.7.5. */
export function studentT(freedom: number): number {
  const z = 1.959964;
  return (
    T[freedom - 1] ??
    z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2)
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
