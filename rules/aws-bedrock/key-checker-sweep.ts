import { defineRule } from "caracal";
import { caller, errorClass, model, principal } from "caracal/bedrock";

export const keyCheckerSweep = defineRule({
  id: "AWS.Bedrock.KeyCheckerSweep",
  displayName: "Invalid Bedrock requests to several models or regions at once",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => (principal(event).kind === "sso-user" ? "LOW" : "MEDIUM"),
  defaultSeverity: "MEDIUM",
  reports: {
    "MITRE ATLAS": ["AML.T0012", "AML.T0040"],
    "MITRE ATT&CK": ["TA0001:T1078.004", "TA0007:T1526"],
  },
  description:
    "A principal's requests were refused as invalid by four models or regions within two minutes. Testers of stolen keys go through regions and models so; KeyCheckerProbe knows them by what they ask, where the record has a body. An application that falls back to other models with a request that none of them takes is a known cause.",
  runbook:
    "1. Find the calls in CloudTrail by their request ids for the source address, the user agent and the access key. 2. Ask the principal's owner whether it tries other models or regions by itself. 3. If not, disable the key or revoke the role's sessions, and look for what succeeded since.",
  detect: (event) => errorClass(event) === "validation",
  dedup: (event) => principal(event).key,
  dedupPeriod: "6h",
  threshold: { unique: (event) => `${model(event).id} ${event.region}`, atLeast: 4, within: "2m" },
  title: (event, window) =>
    `${principal(event).key} sent invalid requests to ${window.value} models or regions`,
  alertContext: caller,
  summaryAttributes: ["modelId", "region"],
});
