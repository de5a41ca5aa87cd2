import { expect, test } from "vitest";
import { reportIds } from "../../../sdk/lint/report-ids.ts";
import { bedrockRule } from "./module-of.ts";

test.each<[string, string, string]>([
  ["that is none", '"MITRE ATT&CK": ["T1078", "1078"]', "RULE_REPORT_INVALID 1078 is no id of MITRE ATT&CK"],
  [
    "that ATLAS lacks",
    '"MITRE ATLAS": ["AML.T9999"]',
    "RULE_REPORT_INVALID MITRE ATLAS has no technique AML.T9999",
  ],
  [
    "that ATT&CK's table lacks",
    '"MITRE ATT&CK": ["T1999"]',
    "RULE_REPORT_UNKNOWN the table of MITRE ATT&CK, which",
  ],
  [
    "of no tactic",
    '"MITRE ATT&CK": ["TA0099:T1078"]',
    "RULE_REPORT_INVALID MITRE ATT&CK has no tactic TA0099",
  ],
  [
    "of another tactic",
    '"MITRE ATT&CK": ["TA0006:T1078"]',
    "RULE_REPORT_UNKNOWN T1078 Valid Accounts is not of the",
  ],
  [
    "of another framework",
    '"Mitre ATLAS": ["AML.T0012"]',
    "RULE_REPORT_UNKNOWN no table of Mitre ATLAS is known",
  ],
])("an id %s is told", async (_, said, told) => {
  const [issue, ...others] = reportIds(await bedrockRule(`reports: { ${said} }`));
  expect(`${issue?.code} ${issue?.message}`.slice(0, told.length)).toBe(told);
  expect([issue?.line, issue?.fix === undefined, others]).toEqual([3, false, []]);
});

test("ids that there are, are fine", async () => {
  const said = 'reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0001:T1078.004", "TA0006"] }';
  expect(reportIds(await bedrockRule(said))).toEqual([]);
});

test("an id is found where it stands, also in a constant", async () => {
  const issues = reportIds(
    await bedrockRule("reports", 'const reports = { "MITRE ATLAS": ["AML.T0012", "x"] };'),
  );
  expect(issues).toMatchObject([{ line: 1, column: 48 }]);
});
