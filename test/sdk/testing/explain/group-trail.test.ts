import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileRule } from "../../../../sdk/engine/compiled-rule.ts";
import { sha256 } from "../../../../sdk/event/sha256.ts";
import type { AnyRule } from "../../../../sdk/rule/rule.ts";
import { followRule } from "../../../../sdk/testing/explain/follow-rule.ts";
import { shortestWithin } from "../../../../sdk/testing/explain/group-trail.ts";
import { calls } from "./events.ts";
import * as rules from "./explained-rules.ts";

const { counted, unique, summed } = rules;

/** How many alerts come when the window is as long as this, in milliseconds. */
function alertsWithin(rule: AnyRule, within: number, events: Parameters<typeof followRule>[1]): number {
  const threshold = { ...(rule.threshold as object), within: `${within}ms` };
  return followRule({ ...rule, threshold } as AnyRule, events).alerts.size;
}

describe("the window that would do is long enough for an alert, and a millisecond less is not", () => {
  test.each<AnyRule>([counted, unique, summed])("$id", (rule) => {
    const minutes = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 3, maxLength: 30 });
    let found = 0;
    fc.assert(
      fc.property(minutes, (times) => {
        const events = times.map((minute, at) => {
          const from = new Date(Date.parse("2026-03-02T09:00:00Z") + minute * 60_000).toISOString();
          const differs = {
            errorCode: "AccessDeniedException",
            modelId: `amazon.m${at % 4}`,
            requestId: `r${at}`,
          };
          const [event] = calls(1, 1, { ...differs, input: { inputTokenCount: 700_000 } }, from);
          return { event: event as NonNullable<typeof event>, number: at + 1 };
        });
        const followed = followRule(rule, events);
        const [trail] = followed.trails.values();
        if (trail === undefined || trail.raised !== undefined) return;
        const within = shortestWithin(compileRule(rule, sha256), trail);
        if (within === undefined) return;
        found++;
        expect(alertsWithin(rule, within, events)).toBeGreaterThan(0);
        expect(alertsWithin(rule, within - 1, events)).toBe(0);
      }),
    );
    expect(found).toBeGreaterThan(5);
  });
});
