import { defineRule } from "caracal";
import { caller, model, principal } from "caracal/bedrock";
import { isProbe } from "./is-probe.ts";

export const slowModelEnumeration = defineRule({
  id: "AWS.Bedrock.SlowModelEnumeration",
  displayName: "A principal tries over a day which Bedrock models it may use",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0040"], "MITRE ATT&CK": ["TA0007:T1526", "TA0007:T1580"] },
  description:
    "A principal was refused by six models within a day: ModelEnumeration for those who take their time. Who compares models for a living is a known cause.",
  runbook:
    "1. See in the summary which models and errors. 2. Find the calls in CloudTrail by their request ids for the source address, the user agent and the access key. 3. Look for models that answered the principal since. 4. If its owner does not know of it, disable the key or revoke the role's sessions.",
  detect: isProbe,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1d",
  threshold: { unique: (event) => model(event).id, atLeast: 6, within: "1d" },
  title: (event, window) => `${principal(event).key} was refused by ${window.value} Bedrock models in a day`,
  alertContext: caller,
  summaryAttributes: ["modelId", "errorCode", "region"],
});
