import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";

export const missingIdentity = defineRule({
  id: "AWS.Bedrock.MissingIdentity",
  displayName: "Bedrock records do not say who called",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  description:
    "Records have no caller, or one that is no principal. Either the log is redacted on its way, or something else writes it: rules that group by principal cannot be relied on for these records. A pipeline that redacts on purpose is the usual reason.",
  runbook:
    "1. See whether all records of the account lack it, or some. 2. Look for what redacts or rewrites the log on its way here.",
  detect: (event) => principal(event).kind === "unknown",
  dedup: (event) => event.accountId,
  dedupPeriod: "1d",
  title: (event) => `Bedrock records of account ${event.accountId} do not say who called`,
  alertContext: (event) => ({
    arn: event.identity?.arn?.slice(0, 100),
    region: event.region,
    operation: event.operation,
  }),
  summaryAttributes: ["operation", "modelId"],
});
