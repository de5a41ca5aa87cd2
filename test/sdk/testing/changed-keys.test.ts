import { defineCorrelation, defineRule, extendRule, step } from "caracal";
import { describe, expect, test } from "vitest";
import type { ChangesOf } from "../../../sdk/rule/rule-changes.ts";
import { changedKeys } from "../../../sdk/testing/changed-keys.ts";

const calls = defineRule({
  id: "Test.Calls",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (_, { count }) => (count > 9 ? "HIGH" : "DEFAULT"),
  defaultSeverity: "LOW",
  detect: () => true,
  dedup: (event) => event.accountId,
  title: (_, { count }) => `${count} calls`,
  description: (event) => `a call of ${event.modelId}`,
  alertContext: (event, { value }) => ({ value, region: event.region }),
  threshold: { count: 3, within: "1h" },
});

const OF_THE_WINDOW = ["context", "severity", "title"];

describe("what the cases of the base say of an alert is not compared", () => {
  test.each<[string, ChangesOf<typeof calls>, readonly string[]]>([
    ["of what was said anew", { runbook: "Look.", alertContext: {} }, ["context", "runbook"]],
    ["of the window, when the threshold changed", { threshold: 5 }, ["createdAt", "eventCount", "threshold"]],
    ["of the window, when the groups changed", { dedup: ({ region = "" }) => region }, ["dedup"]],
    ["of the window, when it lasts longer", { dedupPeriod: "1d" }, ["eventCount", "threshold"]],
  ])("%s", (name, changes, keys) => {
    const expected = name.includes("window") ? [...keys, ...OF_THE_WINDOW] : keys;
    expect([...changedKeys(extendRule(calls, changes), calls)].toSorted()).toEqual(expected.toSorted());
  });

  test("of the steps' threshold, when a correlation's span changed, but of what it makes of steps and key", () => {
    const one = defineCorrelation({
      id: "Test.One",
      severity: "LOW",
      order: "any",
      within: "1h",
      title: (_, key) => `${key} calls`,
      steps: { any: step(calls, { by: (event) => event.accountId }) },
    });
    expect([...changedKeys(extendRule(one, { within: "2h" }), one)]).toEqual(["threshold"]);
    expect([...changedKeys(extendRule(one, { dedupPeriod: "2h" }), one)]).toEqual([
      "threshold",
      "eventCount",
    ]);
  });
});
