import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { score } from "../../../sdk/score/score.ts";
import { alert, incident, labels, minute, rows } from "./made.ts";

const theft = incident("theft/slow");
const probe = incident("probe/fast");
const drill = { id: "load-test", title: "A load test", rows: rows("drill", 30) };
const all = labels({ incidents: [theft, probe], decoys: [drill] });

const alerts = [
  alert(["theft-1"], { ruleId: "Test.Burn", severity: "LOW", createdAt: minute(62) }),
  alert(["theft-2"], { ruleId: "Test.Burn", createdAt: minute(70) }),
  alert(["theft-3"], { ruleId: "Test.Flood", createdAt: minute(80) }),
  alert(["probe-1"], { ruleId: "Test.Probe", severity: "INFO", createdAt: minute(61) }),
  alert(["drill-1"], { ruleId: "Test.Flood", severity: "MEDIUM" }),
  alert(["other-1"], { ruleId: "Test.Flood", severity: "LOW" }),
  alert(["theft-4"], { ruleId: "Test.Broken", type: "RULE_ERROR" }),
];

test("loud figures count alerts of MEDIUM or above, the others all", () => {
  const { loud, any, ruleErrors } = score(all, alerts);
  expect(loud).toEqual({
    incidents: 2,
    found: 1,
    recall: 0.5,
    alerts: 3,
    falseAlerts: 1,
    precision: 2 / 3,
    falsePerDay: 0.1,
    medianTime: 600,
    ninthTime: 600,
  });
  expect(any).toEqual({
    incidents: 2,
    found: 2,
    recall: 1,
    alerts: 6,
    falseAlerts: 2,
    precision: 2 / 3,
    falsePerDay: 0.2,
    medianTime: 90,
    ninthTime: 114,
  });
  expect(ruleErrors).toBe(1);
});

test("an incident tells which alert was first, of any severity and of MEDIUM or above", () => {
  expect(score(all, alerts).incidents).toEqual([
    {
      id: "theft/slow",
      scenario: "theft",
      variant: "slow",
      title: "What happens in theft",
      any: { ruleId: "Test.Burn", severity: "LOW", seconds: 120 },
      loud: { ruleId: "Test.Burn", severity: "HIGH", seconds: 600 },
    },
    {
      id: "probe/fast",
      scenario: "probe",
      variant: "fast",
      title: "What happens in probe",
      any: { ruleId: "Test.Probe", severity: "INFO", seconds: 60 },
    },
  ]);
});

test("a rule tells what its false alerts took for an attack", () => {
  expect(score(all, alerts).rules.find(({ ruleId }) => ruleId === "Test.Flood")).toEqual({
    ruleId: "Test.Flood",
    alerts: 3,
    loud: 2,
    falseAlerts: 2,
    falseLoud: 1,
    mistaken: [
      { name: "load-test", falseAlerts: 1, falseLoud: 1 },
      { name: "ordinary traffic", falseAlerts: 1, falseLoud: 0 },
    ],
  });
});

describe("how soon", () => {
  test.each([
    { name: "an alert at the first event took no time", createdAt: minute(60), seconds: 0 },
    { name: "so did one that was open already", createdAt: minute(30), seconds: 0 },
    { name: "a quarter of an hour later", createdAt: minute(75), seconds: 900 },
  ])("$name", ({ createdAt, seconds }) => {
    const { loud } = score(labels({ incidents: [theft] }), [alert(["theft-1"], { createdAt })]);
    expect(loud.medianTime).toBe(seconds);
  });
});

describe("a figure that there is nothing for is left out", () => {
  test("without incidents there is no recall, and every alert is false", () => {
    const { loud } = score(labels(), [alert(["other-1"])]);
    expect(loud).toEqual({
      incidents: 0,
      found: 0,
      alerts: 1,
      falseAlerts: 1,
      precision: 0,
      falsePerDay: 0.1,
    });
  });

  test("without alerts there is no precision, and nothing is found", () => {
    const { loud } = score(all, []);
    expect(loud).toEqual({ incidents: 2, found: 0, recall: 0, alerts: 0, falseAlerts: 0, falsePerDay: 0 });
  });
});

test("the order of the alerts changes nothing", () => {
  const row = fc.constantFrom("theft-0", "theft-1", "probe-0", "probe-1", "drill-0", "other-0", "other-1");
  const oneAlert = fc
    .record({
      eventIds: fc.array(row, { maxLength: 4 }),
      severity: fc.constantFrom("INFO" as const, "LOW" as const, "MEDIUM" as const, "CRITICAL" as const),
      ruleId: fc.constantFrom("Test.A", "Test.B"),
      type: fc.constantFrom("RULE", "RULE_ERROR"),
      createdAt: fc.integer({ min: 0, max: 90 }).map(minute),
    })
    .map(({ eventIds, ...differs }) => alert(eventIds, differs));
  const shuffled = fc
    .uniqueArray(oneAlert, { selector: ({ alertId }) => alertId, maxLength: 12 })
    .chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(score(all, other)).toEqual(score(all, one));
    }),
  );
});
