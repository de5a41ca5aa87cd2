import { defineRule } from "caracal";
import { caller, outcome } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { isApiKeyUser } from "./is-api-key-user.ts";

export const apiKeyUserStrays = defineRule({
  id: "AWS.CloudTrail.BedrockApiKeyUserStrays",
  displayName: "The user of a Bedrock API key called another service",
  logTypes: ["AWS.CloudTrail"],
  severity: (event) => (outcome(event) === "done" ? "HIGH" : "MEDIUM"),
  defaultSeverity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0001:T1078.004"] },
  description:
    "The user that AWS makes for a long-term Bedrock API key called something else than Amazon Bedrock. The API key cannot do that: somebody has given the user an access key or a password, and uses it. There is no ordinary reason for it.",
  runbook:
    "1. Delete the user's access keys and its password, and then the user. 2. Find in CloudTrail who made them. 3. See what the user reached, and undo it.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
  detect: (event) =>
    !event.eventSource.startsWith("bedrock") &&
    caller(event).kind === "user" &&
    isApiKeyUser(caller(event).name),
  dedup: byCaller,
  dedupPeriod: "6h",
  title: (event) => did(event, `called ${event.eventName} of ${event.eventSource}`),
  alertContext: changeContext,
  summaryAttributes: ["eventSource", "eventName", "awsRegion", "sourceIPAddress"],
});
