import { type Detection, defineCorrelation, defineRule, step } from "caracal";

type Reports = Readonly<Record<string, readonly string[]>>;

/** A rule that says it finds this. */
export function reporting(id: string, reports?: Reports, differs: { readonly enabled?: boolean } = {}) {
  return defineRule({
    id,
    logTypes: ["AWS.BedrockModelInvocation"],
    severity: "LOW",
    detect: () => true,
    ...(reports && { reports }),
    ...differs,
  });
}

const shared = reporting("Test.SharedKey", {
  "MITRE ATLAS": ["AML.T0012"],
  "MITRE ATT&CK": ["TA0001:T1078.004", "TA0006"],
});

/** Rules that report all that there is to report, rightly and wrongly. */
export const REPORTING_RULES: readonly Detection[] = [
  shared,
  reporting("Test.Jailbreak", { "MITRE ATLAS": ["AML.TA0007:AML.T0054", "AML.T0051.001"] }),
  reporting("Test.AnotherJailbreak", { "MITRE ATLAS": ["AML.T0054"], "CIS AWS": ["3.1"] }),
  reporting("Test.Discovery", { "MITRE ATT&CK": ["T1526", "T1078", "T1999", "TA0007:T1998"] }),
  reporting("Test.Misspelt", { "MITRE ATLAS": ["AML.T9999", "T0034"], "MITRE ATT&CK": ["TA0099:T1078"] }),
  reporting("Test.Silent"),
  reporting("Test.Off", { "MITRE ATLAS": ["AML.T0034"] }, { enabled: false }),
  defineCorrelation({
    id: "Test.Probe",
    severity: "HIGH",
    order: "any",
    within: "1h",
    reports: { "MITRE ATLAS": ["AML.TA0008:AML.T0014"] },
    steps: { one: step(shared, { by: (event) => event.accountId }) },
  }),
];
