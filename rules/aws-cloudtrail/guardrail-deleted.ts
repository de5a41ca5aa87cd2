import { defineRule } from "caracal";
import { severityBy } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { guardrailId } from "./guardrail-id.ts";
import { isBedrock } from "./is-bedrock.ts";
import { isOneVersion } from "./is-one-version.ts";

const whole = severityBy({ key: "HIGH", person: "LOW", machine: "LOW" });
const version = severityBy({ key: "MEDIUM", person: "LOW", machine: "INFO" });

export const guardrailDeleted = defineRule({
  id: "AWS.CloudTrail.BedrockGuardrailDeleted",
  displayName: "A Bedrock guardrail was deleted",
  logTypes: ["AWS.CloudTrail"],
  severity: (event) => (isOneVersion(event) ? version(event) : whole(event)),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0054"], "MITRE ATT&CK": ["TA0005:T1562.001"] },
  description:
    "Somebody deleted a guardrail or one of its versions, or tried to. People clear away what they tried out and deployments replace guardrails, so both are LOW here; BedrockStandingGuardrailDeleted tells when a person deletes one that is in use. Keys that leave the company do this too, and software with a key of its own is the usual false positive.",
  runbook:
    "1. See which guardrail it was and which applications call with it. 2. If it was in use, make it again from its source and see that the applications name it. 3. If nobody knows of it, look at what the principal called before and after, and disable the key or revoke the sessions.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails.html",
  detect: (event) => isBedrock(event) && event.eventName === "DeleteGuardrail",
  dedup: byCaller,
  title: (event) =>
    did(
      event,
      `deleted ${isOneVersion(event) ? "a version of " : ""}guardrail ${guardrailId(event).slice(0, 100)}`,
    ),
  alertContext: (event) => ({ ...changeContext(event), guardrail: guardrailId(event).slice(0, 100) }),
  summaryAttributes: ["awsRegion", "errorCode", "sourceIPAddress"],
});
