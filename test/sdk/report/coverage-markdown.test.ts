import { expect, test } from "vitest";
import { coverageMarkdown } from "../../../sdk/report/coverage-markdown.ts";
import { coverageOf } from "../../../sdk/rule/frameworks/coverage-of.ts";
import { REPORTING_RULES, reporting } from "./reporting-rules.ts";

test("is a table for each framework, with the gaps folded", async () => {
  const text = coverageMarkdown(coverageOf(REPORTING_RULES));
  await expect(text).toMatchFileSnapshot("golden/coverage.md");
});

test("an id cannot break out of its cell", () => {
  const text = coverageMarkdown(coverageOf([reporting("A|B`C", { "MITRE ATLAS": ["AML.T0034"] })]));
  expect(text).toContain("| `A\\|B'C` |");
});
