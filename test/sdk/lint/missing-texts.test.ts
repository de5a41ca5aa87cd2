import { expect, test } from "vitest";
import { missingTexts } from "../../../sdk/lint/missing-texts.ts";
import { bedrockRule, ruleOf } from "./module-of.ts";

const TEXTS = 'displayName: "A", description: "B"';
const REPORTS = 'reports: { "MITRE ATT&CK": ["T1078"] }';

test.each<[string, string, string[]]>([
  ["displayName", `description: "B", runbook: "C", ${REPORTS}`, ["RULE_TEXT_MISSING"]],
  ["description", `displayName: "A", description: " ", runbook: "C", ${REPORTS}`, ["RULE_TEXT_MISSING"]],
  ["displayName and description", `runbook: "C", ${REPORTS}`, ["RULE_TEXT_MISSING"]],
  ["runbook", `${TEXTS}, ${REPORTS}`, ["RULE_RUNBOOK_MISSING"]],
  ["reports", `${TEXTS}, runbook: "C"`, ["RULE_REPORT_MISSING"]],
  ["any id in reports", `${TEXTS}, runbook: "C", reports: { "MITRE ATT&CK": [] }`, ["RULE_REPORT_MISSING"]],
  ["nothing", `${TEXTS}, runbook: (event) => "C", ${REPORTS}`, []],
  ["runbook of a signal", `${TEXTS}, createAlert: false, ${REPORTS}`, []],
])("a rule that lacks %s", async (_, said, codes) => {
  expect(missingTexts(await bedrockRule(said)).map(({ code }) => code)).toEqual(codes);
});

test("a rule that only informs needs neither runbook nor technique", async () => {
  expect(missingTexts(await ruleOf(`defineRule({ id: "A", severity: "INFO", ${TEXTS} })`))).toEqual([]);
});
