import { describe, expect, test } from "vitest";
import type { Coverage, CoveredTactic } from "../../../../sdk/rule/frameworks/coverage.ts";
import { coverageOf } from "../../../../sdk/rule/frameworks/coverage-of.ts";
import { FRAMEWORKS } from "../../../../sdk/rule/frameworks/frameworks.ts";
import { REPORTING_RULES, reporting } from "../../report/reporting-rules.ts";

const ATLAS = "MITRE ATLAS";
const ATTACK = "MITRE ATT&CK";

function tacticIn(coverage: Coverage, id: string): CoveredTactic | undefined {
  return coverage.matrices.flatMap(({ tactics }) => tactics).find((tactic) => tactic.id === id);
}

/** The tactics in which techniques are covered: `AML.TA0004 AML.T0012: A B`. */
function cells(coverage: Coverage): string[] {
  return coverage.matrices.flatMap(({ tactics }) =>
    tactics.flatMap(({ id = "none", techniques }) =>
      techniques.map((technique) => `${id} ${technique.id}: ${technique.rules.join(" ")}`),
    ),
  );
}

describe("a report counts", () => {
  test.each([
    [
      "of a technique for one of its tactics: there",
      ATLAS,
      "AML.TA0012:AML.T0012",
      ["AML.TA0012 AML.T0012: A"],
    ],
    [
      "of a technique alone: for all its tactics",
      ATLAS,
      "AML.T0012",
      ["AML.TA0004 AML.T0012: A", "AML.TA0012 AML.T0012: A"],
    ],
    ["of a sub-technique: as that", ATTACK, "TA0040:T1496.004", ["TA0040 T1496.004: A"]],
    ["of a technique that a partial table lacks: where it says", ATTACK, "TA0007:T1998", ["TA0007 T1998: A"]],
    ["of one without a tactic: where no tactic is known", ATTACK, "T1998", ["none T1998: A"]],
    ["for a tactic that a partial table lacks", ATTACK, "TA0010:T1526", ["TA0010 T1526: A"]],
    ["of a technique that a whole table lacks: not at all", ATLAS, "AML.T9999", []],
    ["for another tactic than a whole table has: not at all", ATLAS, "AML.TA0002:AML.T0012", []],
    ["for an unknown tactic: not at all", ATTACK, "TA0099:T1078", []],
    ["that is malformed: not at all", ATTACK, "Valid Accounts", []],
  ])("%s", (_, framework, text, expected) => {
    const coverage = coverageOf([reporting("A", { [framework]: [text] })]);
    expect(cells(coverage)).toEqual(expected);
    expect(coverage.withoutReport).toEqual([]);
  });

  test("once for a rule that says it twice", () => {
    const coverage = coverageOf([
      reporting("A", { [ATLAS]: ["AML.T0034", "AML.TA0011:AML.T0034", "AML.T0034"] }),
    ]);
    expect(cells(coverage)).toEqual(["AML.TA0011 AML.T0034: A"]);
  });

  test("of a tactic without a technique for the tactic", () => {
    const coverage = coverageOf([reporting("A", { [ATTACK]: ["TA0006"] })]);
    expect(tacticIn(coverage, "TA0006")).toMatchObject({ rules: ["A"], techniques: [] });
    expect(coverage.matrices.map(({ covered }) => covered)).toEqual([0, 0]);
  });

  test("not of a rule that is switched off", () => {
    const coverage = coverageOf([reporting("A", { [ATLAS]: ["AML.T0034"] }, { enabled: false })]);
    expect(cells(coverage)).toEqual([]);
    expect(coverage.rules).toBe(0);
    expect(coverage.withoutReport).toEqual([]);
  });
});

/** The gaps of Execution, with a rule that reports these. */
function gapsOf(texts: readonly string[]): readonly string[] | undefined {
  return tacticIn(coverageOf([reporting("A", { [ATLAS]: texts })]), "AML.TA0005")?.gaps;
}

describe("gaps", () => {
  test("are a tactic's techniques without a rule, in the order of their ids", () => {
    expect(gapsOf([])).toContain("AML.T0051");
    expect(gapsOf([])).toEqual(gapsOf([])?.toSorted());
    expect(gapsOf(["AML.T0051"])).toEqual(gapsOf([])?.filter((id) => id !== "AML.T0051"));
  });

  test("are closed by a rule for a sub-technique, or for another tactic of the technique", () => {
    expect(gapsOf(["AML.T0051.001"])).not.toContain("AML.T0051");
    expect(gapsOf([])).toContain("AML.T0053");
    expect(gapsOf(["AML.TA0012:AML.T0053"])).not.toContain("AML.T0053");
  });

  test("are with the covered techniques all that there are", () => {
    const [atlas] = coverageOf(REPORTING_RULES).matrices;
    const gaps = new Set(atlas?.tactics.flatMap((tactic) => tactic.gaps));
    expect(gaps.size + (atlas?.covered ?? 0)).toBe(atlas?.total);
    expect(atlas?.covered).toBe(4);
  });

  test("are not told of a framework whose table is not whole", () => {
    const [attack] = coverageOf(
      [],
      [...FRAMEWORKS.values()].filter(({ name }) => name === ATTACK),
    ).matrices;
    expect(attack?.tactics.flatMap(({ gaps }) => gaps)).toEqual([]);
  });
});

test("rules without a report, bad ids and other frameworks are told", () => {
  const { withoutReport, problems, others } = coverageOf(REPORTING_RULES);
  expect(withoutReport).toEqual(["Test.Silent"]);
  expect(problems.map(({ rule, text, problem }) => `${rule} ${text}: ${problem}`)).toEqual([
    "Test.Misspelt AML.T9999: unknown technique",
    "Test.Misspelt T0034: malformed",
    "Test.Discovery T1999: unknown technique",
    "Test.Discovery TA0007:T1998: unknown technique",
    "Test.Misspelt TA0099:T1078: unknown tactic",
  ]);
  expect([...others]).toEqual([["CIS AWS", ["Test.AnotherJailbreak"]]]);
});

test("the order of the rules does not matter", () => {
  expect(coverageOf(REPORTING_RULES.toReversed())).toEqual(coverageOf(REPORTING_RULES));
});
