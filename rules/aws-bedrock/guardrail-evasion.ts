import { defineCorrelation, step } from "caracal";
import { caller, principal } from "caracal/bedrock";
import { isUnguarded } from "./is-answered.ts";
import { toldFindings } from "./told-findings.ts";
import { tracedBlock } from "./traced-block.ts";
import { unguardedAgain } from "./unguarded-again.ts";

export const guardrailEvasion = defineCorrelation({
  id: "AWS.Bedrock.GuardrailEvasion",
  displayName: "Blocked by a guardrail, then answered without one",
  severity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0107", "AML.T0054"], "MITRE ATT&CK": ["TA0005:T1562.001"] },
  description:
    "A guardrail blocked a principal, and within a quarter of an hour a model answered it without any guardrail, which it had not done for six hours: somebody found the way around. Principals that always call both with and without are left alone, and so are those that do not ask for traces, of which the log does not tell. An application's first helper call after a pause can look the same.",
  runbook:
    "1. Read in the log's bucket what was blocked and what was answered next: the same question is the proof. 2. See in the context which model answered, and whether the principal should be able to call without the guardrail. 3. Make the guardrail a condition of the policy (bedrock:GuardrailIdentifier). 4. If nobody can explain it, disable the key or revoke the sessions.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html",
  order: "sequence",
  within: "15m",
  dedupPeriod: "6h",
  steps: {
    blocked: step(tracedBlock, { by: (event) => principal(event).key, context: toldFindings }),
    answered: step(unguardedAgain, {
      by: (event) => (isUnguarded(event) ? principal(event).key : ""),
      context: caller,
    }),
  },
  title: (_steps, key) => `${key} was blocked by a guardrail, then answered without one`,
  alertContext: (steps) => ({
    ...steps.answered.context,
    blocks: steps.blocked.count,
    findings: steps.blocked.context.findings,
  }),
});
