import { defineRule } from "caracal";
import { severityBy } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { isBedrock } from "./is-bedrock.ts";

export const loggingDeleted = defineRule({
  id: "AWS.CloudTrail.BedrockLoggingDeleted",
  displayName: "Bedrock's invocation logging was deleted",
  logTypes: ["AWS.CloudTrail"],
  severity: severityBy({ key: "HIGH", person: "HIGH", machine: "LOW" }),
  defaultSeverity: "HIGH",
  reports: { "MITRE ATT&CK": ["TA0005:T1562.008"] },
  description:
    "Somebody deleted the configuration of model invocation logging, or tried to: from then on the region's calls leave no record. A deployment that replaces the configuration deletes it for seconds, which is why a role of software is LOW here; where it is not put back, BedrockLoggingNotRestored says so. An account that is being closed is the usual false positive.",
  runbook:
    "1. See who it was, from where, and whether a change was planned. 2. Put the configuration back in the account and region. 3. What was called meanwhile is not in the invocation log: look for spending, and for the principal's other actions in CloudTrail. 4. If nobody knows of it, disable the key or revoke the sessions.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html",
  detect: (event) => isBedrock(event) && event.eventName === "DeleteModelInvocationLoggingConfiguration",
  dedup: byCaller,
  title: (event) => did(event, `deleted Bedrock's invocation logging in ${event.awsRegion}`),
  alertContext: changeContext,
  summaryAttributes: ["awsRegion", "errorCode", "sourceIPAddress"],
});
