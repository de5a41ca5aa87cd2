import { defineRule } from "caracal";
import { caller, errorClass, hasLongTermKey, principal } from "caracal/bedrock";

export const validationBurst = defineRule({
  id: "AWS.Bedrock.ValidationBurst",
  displayName: "Many invalid Bedrock requests of one principal",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => (hasLongTermKey(event) ? "MEDIUM" : "LOW"),
  defaultSeverity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0040", "AML.T0046"], "MITRE ATT&CK": ["TA0007:T1526"] },
  description:
    "Ten requests of a principal were refused as invalid within five minutes. An invalid request gets past access, so it tells whoever sends it that the key is good. A broken deployment and prompts that are too long are known causes, so only long-term keys are loud here; KeyCheckerProbe and KeyCheckerSweep tell what testers of keys do from what breaks.",
  runbook:
    "1. See in the summary which models, operations and regions: one of each is most often a deployment that is broken. 2. Find the calls in CloudTrail by their request ids for the source address, the user agent and the access key. 3. If the principal's owner does not know of it, disable the key or revoke the role's sessions.",
  detect: (event) => errorClass(event) === "validation",
  dedup: (event) => principal(event).key,
  dedupPeriod: "6h",
  threshold: { count: 10, within: "5m" },
  title: (event, window) => `${window.count} invalid Bedrock requests by ${principal(event).key}`,
  alertContext: caller,
  summaryAttributes: ["modelId", "operation", "region"],
});
