import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Measure } from "../../../sdk/engine/compiled-rule.ts";
import { addToWindow, newGroup, spentAt, windowOf } from "../../../sdk/engine/group.ts";
import { call, calls, only, rule, type Step } from "./history.ts";

const WITHIN = 1_000;

/** What a window measures, by the letter. */
const MEASURES: Record<"count" | "unique" | "sum", (values: readonly number[]) => number> = {
  count: (values) => values.length,
  unique: (values) => new Set(values).size,
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
};

/** Thousands of matches, so that blocks fill and empty: how long after the one before, and what each adds. */
const matches = fc.array(
  fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(600) }), fc.nat(50)),
  { minLength: 1_500, maxLength: 4_000, size: "max" },
);

test.each(["count", "unique", "sum"] as const)(
  "property: a %s over many matches is that of those within the window, after every restart",
  (kind) => {
    fc.assert(
      fc.property(matches, fc.integer({ min: 1, max: 900 }), (steps, restartEvery) => {
        const measure: Measure = { kind, atLeast: 1 };
        let group = newGroup({ measure, within: WITHIN }, 0);
        let [time, from] = [0, 0];
        const all: { time: number; value: number }[] = [];
        for (const [n, [gap, value]] of steps.entries()) {
          time += gap;
          all.push({ time, value });
          addToWindow(group, WITHIN, time, kind === "unique" ? String(value) : value);
          while ((all[from]?.time ?? 0) <= time - WITHIN) from++;
          if (n % restartEvery !== 0) continue;
          group = structuredClone(group);
          const inWindow = all.slice(from);
          expect(windowOf(group, kind)).toEqual({
            value: MEASURES[kind](inWindow.map((one) => one.value)),
            count: inWindow.length,
            firstEventTime: new Date(inWindow[0]?.time ?? Number.NaN),
            lastEventTime: new Date(time),
          });
          expect(spentAt(group, { measure, within: WITHIN })).toBe(time + WITHIN);
        }
      }),
      { numRuns: 10 },
    );
  },
);

describe("an alert of 150 matches", () => {
  const steps = Array.from({ length: 150 }, (_, n): Step => [n, "a", 1]);
  const threshold = { sum: () => 1, atLeast: 150, within: "1h" };

  test("counts all of them and lists the last 100, up to the one that crossed", async () => {
    const alert = await only(rule({ threshold }), calls(steps));
    const rows = calls(steps).map(({ p_row_id }) => p_row_id);
    expect(alert).toMatchObject({ eventCount: 150, threshold: { value: 150 } });
    expect(alert.eventIds).toEqual(rows.slice(50));
    expect([alert.firstEventTime, alert.lastEventTime]).toEqual(
      [call(0, 0), call(149, 0)].map(({ p_event_time }) => p_event_time.toISOString()),
    );
  });
});
