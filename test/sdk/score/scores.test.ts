import { describe, expect, test } from "vitest";
import { breaches, type Limit } from "../../../sdk/score/limit.ts";
import { score } from "../../../sdk/score/score.ts";
import { scoresOf } from "../../../sdk/score/scores.ts";
import { alert, incident, labels, minute } from "./made.ts";

const theft = incident("theft/slow");
const probe = incident("probe/fast");

/** Finds both incidents, the first after ten minutes, with one false alert. */
const first = {
  name: "one",
  ...score(labels({ incidents: [theft, probe] }), [
    alert(["theft-0"], { createdAt: minute(70) }),
    alert(["probe-0"], { ruleId: "Test.Probe" }),
    alert(["other-0"]),
  ]),
};

/** Finds one of them loudly, in another variant, with two false alerts. */
const second = {
  name: "two",
  ...score(labels({ seed: 2, incidents: [incident("theft/split"), probe] }), [
    alert(["theft-0"], { ruleId: "Test.Flood", createdAt: minute(80) }),
    alert(["probe-0"], { ruleId: "Test.Probe", severity: "LOW" }),
    alert(["other-0"], { createdAt: minute(5) }),
    alert(["other-0"], { createdAt: minute(6) }),
  ]),
};

const scores = scoresOf([first, second]);

test("figures are means over the runs, and name the run in which they are worst", () => {
  expect(scores.loud.recall).toMatchObject({ runs: 2, mean: 0.75, worst: { value: 0.5, run: "two" } });
  expect(scores.loud.falsePerDay?.mean).toBeCloseTo(0.15);
  expect(scores.loud.falsePerDay?.worst).toEqual({ value: 0.2, run: "two" });
  expect(scores.loud.medianTime).toMatchObject({ mean: 750, worst: { value: 1_200, run: "two" } });
  expect(scores.any.recall).toMatchObject({ mean: 1, worst: { value: 1, run: "one" } });
});

test("scenarios are told over all runs, with their variants and the rules that came first", () => {
  expect(scores.scenarios).toEqual([
    {
      scenario: "probe",
      title: "What happens in probe",
      incidents: 2,
      any: 2,
      loud: 1,
      medianTime: 0,
      rules: ["Test.Probe"],
      variants: [{ variant: "fast", incidents: 2, any: 2, loud: 1 }],
    },
    {
      scenario: "theft",
      title: "What happens in theft",
      incidents: 2,
      any: 2,
      loud: 2,
      medianTime: 900,
      rules: ["Test.Flood", "Test.Rule"],
      variants: [
        { variant: "slow", incidents: 1, any: 1, loud: 1 },
        { variant: "split", incidents: 1, any: 1, loud: 1 },
      ],
    },
  ]);
});

test("what was missed says who told of it quietly", () => {
  const any = { ruleId: "Test.Probe", severity: "LOW", seconds: 0 };
  expect(scores.missed).toEqual([{ run: "two", id: "probe/fast", title: "What happens in probe", any }]);
});

test("rules are summed over the runs", () => {
  expect(scores.rules.find(({ ruleId }) => ruleId === "Test.Rule")).toEqual({
    ruleId: "Test.Rule",
    alerts: 4,
    loud: 4,
    falseAlerts: 3,
    falseLoud: 3,
    mistaken: [{ name: "ordinary traffic", falseAlerts: 3, falseLoud: 3 }],
  });
});

test("the order of the runs changes no figure", () => {
  const { loud, scenarios, rules } = scoresOf([second, first]);
  expect({ loud, scenarios, rules }).toEqual({
    loud: scores.loud,
    scenarios: scores.scenarios,
    rules: scores.rules,
  });
});

/** A limit, of loud alerts unless it says otherwise. */
function limit(figure: Limit["figure"], value: number, level: Limit["level"] = "loud"): Limit {
  return { figure, level, limit: value };
}

describe("a limit is kept when it is met exactly", () => {
  test.each([
    { name: "recall reached", one: limit("recall", 0.5), isKept: true },
    { name: "recall not reached", one: limit("recall", 0.51), isKept: false },
    { name: "recall of any severity", one: limit("recall", 1, "any"), isKept: true },
    { name: "precision reached", one: limit("precision", 1 / 3), isKept: true },
    { name: "precision not reached", one: limit("precision", 0.4), isKept: false },
    { name: "false alerts allowed", one: limit("false-alerts", 0.2), isKept: true },
    { name: "false alerts too many", one: limit("false-alerts", 0.19), isKept: false },
    { name: "time allowed", one: limit("median-time", 1_200), isKept: true },
    { name: "time too long", one: limit("median-time", 1_199), isKept: false },
    { name: "no rule errors", one: limit("rule-errors", 0), isKept: true },
  ])("$name", ({ one, isKept }) => {
    expect(breaches(second, [one])).toHaveLength(isKept ? 0 : 1);
  });

  test("one that cannot be told is broken", () => {
    const nothing = { name: "none", ...score(labels(), []) };
    expect(breaches(nothing, [limit("recall", 0)])).toEqual([{ run: "none", ...limit("recall", 0) }]);
  });
});
