import { defineRule } from "caracal";
import { caller, hasLongTermKey, principal } from "caracal/bedrock";

export const offHoursBurst = defineRule({
  id: "AWS.Bedrock.OffHoursBurst",
  displayName: "A principal is busy at an hour that is not its own",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0001:T1078.004"] },
  description:
    "A person or a long-term key made forty calls within an hour, and twenty times what is usual for it at that time of day: most often it makes none then. Stolen access is used when it is day elsewhere. Roles of applications do not sleep: RequestFlood counts theirs. People who work late, or who try a coding agent on a weekend, are a known cause.",
  runbook:
    "1. See in the context the usual number of calls at this hour, and ask the principal's owner whether the work is theirs. 2. Find the calls in CloudTrail by their request ids for the source address and the user agent. 3. If nobody knows of it, disable the key or revoke the sessions.",
  detect: (event) => principal(event).kind === "sso-user" || hasLongTermKey(event),
  dedup: (event) => principal(event).key,
  dedupPeriod: "6h",
  threshold: { baseline: () => 1, factor: 20, floor: 40, history: "14d", warmUp: "5d", within: "1h" },
  title: (event, window) => `${window.value} Bedrock calls at an unusual hour by ${principal(event).key}`,
  alertContext: (event, window) => ({ ...caller(event), calls: window.value, usual: window.usual }),
  summaryAttributes: ["modelId", "operation", "region"],
});
