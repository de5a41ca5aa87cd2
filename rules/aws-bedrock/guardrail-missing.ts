import { defineRule } from "caracal";
import { caller, principal } from "caracal/bedrock";
import { isAnswered, isUnguarded } from "./is-answered.ts";

export const guardrailMissing = defineRule({
  id: "AWS.Bedrock.GuardrailMissing",
  displayName: "A principal that is always guarded called without a guardrail",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => (isUnguarded(event) ? "DEFAULT" : "INFO"),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0107"], "MITRE ATT&CK": ["TA0005:T1562.001"] },
  description:
    "A principal that was known for three days, and whose every call a guardrail looked at for a month, was answered without one. Either the application lost its guardrail, or somebody else uses its credentials. The other way round, a guardrail where there was none, is only worth knowing. Records without a body, failed calls, embeddings and images do not count. A deployment that adds an unguarded helper call is a known cause, and is told once.",
  runbook:
    "1. See in the context which model was called, and whether the application calls it. 2. Ask its owner for a deployment at that time. 3. If there was none, find the call in CloudTrail by its request id for the source address and the user agent. 4. Make the guardrail a condition of the role's policy.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html",
  detect: isAnswered,
  firstSeen: {
    key: (event) => (isUnguarded(event) ? "unguarded" : "guarded"),
    scope: (event) => principal(event).key,
    learn: "3d",
    forget: "30d",
  },
  dedup: (event) => principal(event).key,
  dedupPeriod: "1d",
  title: (event) =>
    isUnguarded(event)
      ? `${principal(event).key} is always guarded, and called without a guardrail`
      : `${principal(event).key} has a guardrail, which it had not`,
  alertContext: caller,
  summaryAttributes: ["modelId", "operation", "region"],
});
