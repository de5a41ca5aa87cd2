import { expect, test } from "vitest";
import { findDefinitions } from "../../../sdk/lint/find-definitions.ts";
import { metadataIssues } from "../../../sdk/lint/metadata-issues.ts";
import { moduleOf, pointedAt } from "./module-of.ts";

const rule = (said: string) =>
  `defineRule({ id: "A", logTypes: ["X"], severity: "LOW", detect: () => true,\n${said} });`;

test.each<[string, string, string]>([
  ["a value", rule('dedupPeriod: "1 hour"'), '"1 hour"'],
  ["a key", rule("thresold: 5"), "thresold"],
  ["a value in another", rule("threshold: { count: 0 }"), "0 }"],
  ["an element", rule('tags: ["a", 5]'), "5]"],
  [
    "a value in a constant",
    `const within = "1 hour";\n${rule("threshold: { count: 5, within }")}`,
    "within }",
  ],
  ["what is missing, by the id", 'defineRule({ id: "A",\nlogTypes: ["X"], detect: () => true })', '"A"'],
  ["a title that takes the window", rule("title: (event, window) => `${window.count}`"), '"A"'],
  [
    "a correlation",
    'defineCorrelation({ id: "A", severity: "LOW", order: "any", within: "x", steps: { a } })',
    '"x"',
  ],
  [
    "a rule without defineRule",
    'export default { id: "A", detect: 5, logTypes: ["X"], severity: "LOW" }',
    "5,",
  ],
])("what is wrong is told where it stands: %s", async (_, text, expected) => {
  const issues = findDefinitions(await moduleOf(text)).flatMap(metadataIssues);
  expect(pointedAt(issues, text, [expected])).toEqual([expected]);
});

test.each([
  ["an imported function", rule("dedup: principalKey")],
  ["an imported value", rule("threshold: LIMIT, tags, runbook: RUNBOOKS.keys")],
  ["a part that is", rule("threshold: { count: LIMIT * 2 }")],
  ["what is spread into a part", rule("reports: { ...REPORTS }, threshold: { ...LIMIT }")],
  ["what is spread into it", 'defineRule({ ...BASE, id: "A" })'],
  ["a derived rule", 'extendRule(errorSpike, { severity: "HIGHEST" })'],
])("what only running the module would tell is left to it: %s", async (_, text) => {
  expect(findDefinitions(await moduleOf(text)).flatMap(metadataIssues)).toEqual([]);
});

test("every rule of a module is told, not only the first", async () => {
  const text = `${rule("tags: 5")}\n${rule("dedupPeriod: 5")}`;
  const issues = findDefinitions(await moduleOf(text)).flatMap(metadataIssues);
  expect(issues.map(({ line, message }) => [line, message.slice(0, 12)])).toEqual([
    [2, "rule A: tags"],
    [4, "rule A: dedu"],
  ]);
});
