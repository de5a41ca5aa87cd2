import { defineRule } from "caracal";
import { severityBy } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { isBedrock } from "./is-bedrock.ts";
import { isBlinded, loggingDestination } from "./logging-destination.ts";

const blinded = severityBy({ key: "HIGH", person: "MEDIUM", machine: "LOW" });
const changed = severityBy({ key: "MEDIUM", person: "MEDIUM", machine: "INFO" });

export const loggingChanged = defineRule({
  id: "AWS.CloudTrail.BedrockLoggingChanged",
  displayName: "Bedrock's invocation logging was changed by hand, or to no text",
  logTypes: ["AWS.CloudTrail"],
  severity: (event) => (isBlinded(event) ? blinded(event) : changed(event)),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATT&CK": ["TA0005:T1562.008"] },
  description:
    "Somebody put a configuration of model invocation logging, or tried to. Deployments do so in ordinary life and are INFO, or LOW where prompts and answers are left out. A person or a key that does it may send the records elsewhere or leave the text out. The first set-up by hand is the usual false positive.",
  runbook:
    "1. See in the context where the records go now and whether text is delivered; compare with what is meant. 2. Put the right configuration back. 3. If nobody knows of the change, look at what else the principal did, and disable the key or revoke the sessions.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html",
  detect: (event) => isBedrock(event) && event.eventName === "PutModelInvocationLoggingConfiguration",
  dedup: byCaller,
  title: (event) =>
    did(
      event,
      `changed Bedrock's invocation logging in ${event.awsRegion}${isBlinded(event) ? " to no text" : ""}`,
    ),
  alertContext: (event) => ({
    ...changeContext(event),
    destination: loggingDestination(event).slice(0, 200),
    isBlinded: isBlinded(event),
  }),
  summaryAttributes: ["awsRegion", "errorCode", "sourceIPAddress"],
});
