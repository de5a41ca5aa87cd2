import { defineRule } from "caracal";
import { parameter, severityBy, textParameter } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { isKeyForBedrock } from "./is-key-for-bedrock.ts";

export const apiKeyCreated = defineRule({
  id: "AWS.CloudTrail.BedrockApiKeyCreated",
  displayName: "A long-term Bedrock API key was created",
  logTypes: ["AWS.CloudTrail"],
  severity: severityBy({ key: "MEDIUM", person: "MEDIUM", machine: "LOW" }),
  defaultSeverity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0003:T1098.001"] },
  description:
    "Somebody created a long-term API key for Amazon Bedrock, or the user that is to have it. Such a key works from anywhere until it is deleted. It is how a thief stays, and people who try something out create one now and then: ask them for a short-term key instead.",
  runbook:
    "1. Ask who created it what it is for, and whether a short-term key would do. 2. See when it expires; never is the worst. 3. If nobody knows it, delete it with its user, and see in the invocation log what the user called.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
  detect: isKeyForBedrock,
  dedup: byCaller,
  title: (event) => did(event, "created a long-term Bedrock API key"),
  alertContext: (event) => ({
    ...changeContext(event),
    user: textParameter(event, "userName").slice(0, 100),
    expiresInDays: parameter(event, "credentialAgeDays"),
  }),
});
