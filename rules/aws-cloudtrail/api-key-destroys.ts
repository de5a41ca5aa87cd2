import { defineRule } from "caracal";
import { caller, outcome } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { isBedrock } from "./is-bedrock.ts";

export const apiKeyDestroys = defineRule({
  id: "AWS.CloudTrail.BedrockApiKeyDestroys",
  displayName: "Something was deleted with a Bedrock API key",
  logTypes: ["AWS.CloudTrail"],
  severity: (event) => (outcome(event) === "done" ? "HIGH" : "MEDIUM"),
  defaultSeverity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0040:T1485"] },
  description:
    "A request with a Bedrock API key deleted models, guardrails, agents, knowledge bases or the like, or tried to. API keys are for calling models; configuration is changed by people and deployments, which do not use them. A script that somebody wrote in a hurry is the usual false positive.",
  runbook:
    "1. See what was deleted, and make it again. 2. Ask the owner of the key; a long-term one belongs to a user BedrockAPIKey-…, a short-term one to the role that made it. 3. If nobody knows of it, disable the key and see what else it did.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
  detect: (event) =>
    isBedrock(event) && event.eventName.startsWith("Delete") && caller(event).credentials === "api-key",
  dedup: byCaller,
  title: (event) => did(event, `called ${event.eventName} with a Bedrock API key`),
  alertContext: changeContext,
  summaryAttributes: ["eventName", "awsRegion", "errorCode", "sourceIPAddress"],
});
