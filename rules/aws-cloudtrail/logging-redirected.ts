import { defineRule } from "caracal";
import { account, outcome, severityBy } from "caracal/cloudtrail";
import { changeContext, did } from "./change.ts";
import { isBedrock } from "./is-bedrock.ts";
import { loggingDestination } from "./logging-destination.ts";

export const loggingRedirected = defineRule({
  id: "AWS.CloudTrail.BedrockLoggingRedirected",
  displayName: "Bedrock's invocation records go elsewhere",
  logTypes: ["AWS.CloudTrail"],
  severity: severityBy({ key: "HIGH", person: "HIGH", machine: "MEDIUM" }),
  defaultSeverity: "HIGH",
  reports: { "MITRE ATT&CK": ["TA0005:T1562.008"] },
  description:
    "Model invocation logging of an account and region was pointed at a bucket or log group that it did not have before. The first configuration seen is taken as it is. A planned move of the logs is the usual false positive, and then this is the time to see whether the new place is read.",
  runbook:
    "1. See who it was and where the records go now. 2. If the move was planned, see that the new place is collected. 3. If not, put the old destination back, copy the new one's records while they are there, and look at what else the principal did.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html",
  detect: (event) =>
    isBedrock(event) &&
    event.eventName === "PutModelInvocationLoggingConfiguration" &&
    outcome(event) === "done",
  firstSeen: {
    key: (event) => loggingDestination(event),
    scope: (event) => [account(event), event.awsRegion],
    learn: "1m",
    forget: "180d",
  },
  dedup: (event) => `${account(event)} ${event.awsRegion}`,
  title: (event) => did(event, `pointed Bedrock's invocation logging in ${event.awsRegion} at another place`),
  alertContext: (event) => ({
    ...changeContext(event),
    destination: loggingDestination(event).slice(0, 200),
  }),
});
