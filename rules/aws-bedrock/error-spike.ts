import { defineRule } from "caracal";
import { errorClass, hasLongTermKey, isOwnFault, model, principal } from "caracal/bedrock";

export const errorSpike = defineRule({
  id: "AWS.Bedrock.ErrorSpike",
  displayName: "Bedrock errors of one principal pile up",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => {
    if (hasLongTermKey(event)) return "HIGH";
    return principal(event).kind === "sso-user" ? "MEDIUM" : "LOW";
  },
  defaultSeverity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0040"], "MITRE ATT&CK": ["TA0007:T1526", "TA0001:T1078.004"] },
  description:
    "A principal's calls to Amazon Bedrock fail for its own reasons: access denied, invalid or not found. Somebody may be trying out what a stolen key can do, so long-term keys and people are loud: nobody fails twenty times by hand. A role that fails so is most often a broken deployment; ErrorFlood and ModelEnumeration tell those apart. Failures of AWS itself and throttling do not count.",
  runbook:
    "1. See in the summary which errors and which models: many models with access denied is somebody looking around; one model with one error is most often a broken deployment. 2. Find the calls in CloudTrail by their request ids for the source address, the user agent and the access key. 3. If the principal's owner does not know of it, disable the key or revoke the role's sessions, and look for calls of the same principal that succeeded after the failures.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html",
  detect: isOwnFault,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  threshold: { count: 20, within: "1h" },
  title: (event, window) => `${window.count} failed Bedrock calls by ${principal(event).key}`,
  alertContext: (event, window) => ({
    principal: principal(event).key,
    errors: window.count,
    since: window.firstEventTime,
    lastError: event.errorCode,
    lastErrorClass: errorClass(event),
    lastModel: model(event).id.slice(0, 100),
    region: event.region,
  }),
  summaryAttributes: ["errorCode", "modelId", "region"],
});
