import { defineRule } from "caracal";
import { principal, readings } from "caracal/bedrock";
import { groupOf, severityOf, toldSecrets } from "./told-secrets.ts";

export const secretInBlockedAnswer = defineRule({
  id: "AWS.Bedrock.SecretInBlockedAnswer",
  displayName: "A model tried to tell a secret",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => severityOf(readings(event).blockedAnswer.secrets),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0057"], "MITRE ATT&CK": ["TA0006:T1552"] },
  description:
    "A guardrail withheld an answer that holds a secret. The caller did not see it, but the model has it, and the log's trace has it too. One secret is told once a week.",
  runbook:
    "1. See in the context which kind it is; compare its hash with that of known keys. 2. Find out where the model has it from, replace it and take it out there. 3. See what the principal asked before and after.",
  detect: (event) => readings(event).blockedAnswer.secrets.length > 0,
  dedup: (event) => groupOf(readings(event).blockedAnswer.secrets),
  dedupPeriod: "7d",
  title: (event) =>
    `A guardrail withheld a secret from ${principal(event).key}: ${readings(event).blockedAnswer.secrets[0]?.kind}`,
  alertContext: (event) => toldSecrets(event, readings(event).blockedAnswer.secrets),
  summaryAttributes: ["modelId", "operation"],
});
