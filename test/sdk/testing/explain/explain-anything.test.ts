import * as pack from "caracal/packs/aws-bedrock";
import { defineRule } from "caracal";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventOf } from "../../../../sdk/testing/replay.ts";
import type { AnyRule } from "../../../../sdk/rule/rule.ts";
import { explain } from "../../../../sdk/testing/explain/explain.ts";
import { calls, fixtureRecords } from "./events.ts";
import * as rules from "./explained-rules.ts";

const events = fixtureRecords().map((record) => eventOf("AWS.BedrockModelInvocation", record));

describe("whatever the records, there is an explanation, and it is the same each time", () => {
  test.each([...Object.values(pack), ...Object.values(rules)])("$id", (rule) => {
    fc.assert(
      fc.property(fc.subarray(events), fc.constantFrom(true, false, undefined), (some, quiet) => {
        const asked = { rule, events: some, ...(quiet !== undefined && { quiet }) };
        const text = explain(asked);
        expect(text.split("\n", 1)[0]).toContain(rule.id);
        expect(text).not.toMatch(/^no explanation/);
        expect(explain(asked)).toBe(text);
      }),
      { numRuns: 25 },
    );
  });
});

/** Functions that do what they should not. */
const HOSTILE: Readonly<Record<string, (event: never) => unknown>> = {
  "throws nothing": () => {
    throw undefined as unknown as Error;
  },
  "throws what has no text": () => {
    throw Object.create(null) as Error;
  },
  "returns a promise that fails": () => Promise.reject(new Error("later")),
  "returns a symbol": () => Symbol("yes"),
  "never ends going down": function down(event: never): unknown {
    return [down(event), event];
  },
  "looks into everything": (event: object) =>
    JSON.stringify(event).length + Object.keys(structuredClone(event)).length > 0,
};

describe("a rule that does what it should not is explained all the same", () => {
  test.each(Object.keys(HOSTILE))("%s", (name) => {
    const base = { id: "Test.Hostile", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW" } as const;
    const hostile = HOSTILE[name] as never;
    for (const part of [{ detect: hostile }, { detect: () => true, dedup: hostile }] as const) {
      const rule = defineRule({ ...base, ...part }) as AnyRule;
      expect(explain({ rule, events: calls(1, 2) })).toContain("Test.Hostile: ");
    }
  });
});
