import { expect, test } from "vitest";
import { coverageTable } from "../../../sdk/report/coverage-table.ts";
import { coverageOf } from "../../../sdk/rule/frameworks/coverage-of.ts";
import { REPORTING_RULES, reporting } from "./reporting-rules.ts";

test("tells people what is covered, what is not, and what is amiss", async () => {
  const text = coverageTable(coverageOf(REPORTING_RULES));
  await expect(text).toMatchFileSnapshot("golden/coverage.txt");
});

test("fits into a terminal of 100 columns", () => {
  const lines = coverageTable(coverageOf(REPORTING_RULES), { width: 100 }).split("\n");
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
});

test("of no rules shows the gaps alone", () => {
  const text = coverageTable(coverageOf([]));
  expect(text).toMatch(/^MITRE ATLAS 5\.6\.0: rules for 0 of 101 techniques\n\nTACTIC +GAPS/);
  expect(text).not.toContain("WHICH");
});

test("a rule's id cannot move the cursor", () => {
  const rule = reporting("Test\u001b[2J", { "MITRE ATLAS": ["AML.T0034", "\u001b[2J"] });
  const silent = reporting("Silent\u001b[2J");
  expect(coverageTable(coverageOf([rule, silent]))).not.toContain("\u001b");
});
