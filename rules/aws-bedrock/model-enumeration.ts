import { defineRule } from "caracal";
import { caller, model, principal } from "caracal/bedrock";
import { isProbe } from "./is-probe.ts";

export const modelEnumeration = defineRule({
  id: "AWS.Bedrock.ModelEnumeration",
  displayName: "A principal tries which Bedrock models it may use",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => (principal(event).kind === "sso-user" ? "MEDIUM" : "HIGH"),
  defaultSeverity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0040"], "MITRE ATT&CK": ["TA0007:T1526", "TA0007:T1580"] },
  description:
    "A principal was refused by five models within a quarter of an hour, or by fewer in several regions: access denied, not found or invalid. Whoever has a stolen key finds out so what it is good for. A menu of models that asks each whether it is there is a known cause, as is a test of an account's setup.",
  runbook:
    "1. See in the summary which models, regions and errors. 2. Find the calls in CloudTrail by their request ids for the source address, the user agent and the access key. 3. Look for models that answered the principal since. 4. If its owner does not know of it, disable the key or revoke the role's sessions.",
  detect: isProbe,
  dedup: (event) => principal(event).key,
  dedupPeriod: "6h",
  threshold: { unique: (event) => `${model(event).id} ${event.region}`, atLeast: 5, within: "15m" },
  title: (event, window) => `${principal(event).key} was refused by ${window.value} Bedrock models`,
  alertContext: caller,
  summaryAttributes: ["modelId", "errorCode", "region"],
});
