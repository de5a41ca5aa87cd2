import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addToHistory,
  emptyHistory,
  type HourHistory,
  outlivedAt,
  usualAt,
} from "../../../sdk/engine/hour-history.ts";

const HOUR = 3_600_000;

/** A history of so many days, from matches as hour and what they add. */
function historyOf(days: number, matches: readonly (readonly [hour: number, adds: number])[]): HourHistory {
  const history = emptyHistory(days, (matches[0]?.[0] ?? 0) * HOUR);
  for (const [hour, adds] of matches) addToHistory(history, hour * HOUR, adds);
  return history;
}

describe("what is usual at hour 100 (day 4, 4 o'clock) of at most 3 days", () => {
  test.each<[string, (readonly [number, number])[], number]>([
    [
      "is the median of the same hour on the days before",
      [
        [28, 5],
        [52, 7],
        [76, 6],
      ],
      6,
    ],
    [
      "of an hour's matches is their sum",
      [
        [28, 5],
        [28, 5],
        [52, 1],
        [52, 2],
        [76, 6],
      ],
      6,
    ],
    [
      "is of the busiest hour beside it, too",
      [
        [27, 5],
        [53, 7],
        [75, 1],
        [76, 6],
      ],
      6,
    ],
    ["is none where most days had none", [[28, 5]], 0],
    [
      "does not count other hours",
      [
        [30, 5],
        [54, 7],
        [78, 6],
      ],
      0,
    ],
    [
      "does not count today",
      [
        [28, 5],
        [52, 5],
        [76, 5],
        [98, 90],
        [99, 90],
        [100, 90],
      ],
      5,
    ],
    [
      "is not moved by one day out of the ordinary",
      [
        [28, 5],
        [52, 900],
        [76, 6],
      ],
      6,
    ],
    [
      "does not count days before",
      [
        [4, 900],
        [28, 5],
        [52, 7],
        [76, 6],
      ],
      6,
    ],
    [
      "counts only days that the group is known, with their mean where they are two",
      [
        [52, 4],
        [76, 6],
      ],
      5,
    ],
    ["is nothing on the first day", [[98, 5]], 0],
  ])("%s", (_, matches, usual) => {
    expect(usualAt(historyOf(3, matches), 100 * HOUR)).toBe(usual);
  });
});

test("a history keeps its days and no more, and is outlived when all of them are over", () => {
  const history = historyOf(
    2,
    Array.from({ length: 500 }, (_, hour) => [hour, 1] as const),
  );
  expect(history.hours.size).toBe(2 * 24 + 2);
  expect(outlivedAt(history)).toBe(499 * HOUR + 3 * 24 * HOUR);
});

test("property: what is kept tells the same as all there was", () => {
  const matches = fc
    .array(fc.tuple(fc.nat(400), fc.nat(9)), { minLength: 1 })
    .map((all) => all.toSorted(([one], [other]) => one - other));
  fc.assert(
    fc.property(matches, fc.integer({ min: 1, max: 5 }), (all, days) => {
      const now = all.at(-1)?.[0] ?? 0;
      const first = all[0]?.[0] ?? 0;
      const sumIn = (hour: number) =>
        all.filter(([at]) => at === hour).reduce((sum, [, adds]) => sum + adds, 0);
      const sums: number[] = [];
      for (let day = 1; day <= days && now - (day - 1) * 24 > first; day++)
        sums.push(Math.max(...[-1, 0, 1].map((beside) => sumIn(now - day * 24 + beside))));
      const sorted = sums.toSorted((one, other) => one - other);
      const [low = 0] = sorted.slice(Math.floor((sorted.length - 1) / 2));
      const [high = 0] = sorted.slice(Math.floor(sorted.length / 2));
      expect(usualAt(historyOf(days, all), now * HOUR)).toBe((low + high) / 2);
    }),
  );
});
