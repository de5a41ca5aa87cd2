import { defineRule } from "caracal";
import { caller, errorClass, hasLongTermKey, isOwnFault, principal } from "caracal/bedrock";

export const errorRatio = defineRule({
  id: "AWS.Bedrock.ErrorRatio",
  displayName: "Most Bedrock calls of one long-term key fail",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0040"], "MITRE ATT&CK": ["TA0007:T1526", "TA0001:T1078.004"] },
  description:
    "More than seven of ten calls that a long-term key made within three hours, and at least twelve, failed for its own reasons: it tries slowly what it may do, and stays below ErrorSpike. Throttled calls and failures of AWS count on neither side. A broken deployment and an application with a forgotten setting are known causes, so roles and people do not count.",
  runbook:
    "1. See in the summary which errors and which models: several models is somebody looking around. 2. Find the calls in CloudTrail by their request ids for the source address, the user agent and the access key. 3. If the principal's owner does not know of it, disable the key or revoke the role's sessions.",
  detect: (event) => hasLongTermKey(event) && (errorClass(event) === undefined || isOwnFault(event)),
  dedup: (event) => principal(event).key,
  dedupPeriod: "12h",
  threshold: { ratio: isOwnFault, above: 0.7, minimum: 12, within: "3h" },
  title: (event, window) =>
    `${Math.round(window.value * 100)} % of the Bedrock calls of ${principal(event).key} fail`,
  alertContext: (event, window) => ({ ...caller(event), calls: window.count, share: window.value }),
  summaryAttributes: ["errorCode", "modelId", "region"],
});
