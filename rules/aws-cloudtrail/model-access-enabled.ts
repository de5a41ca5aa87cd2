import { defineRule } from "caracal";
import { severityBy, textParameter } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { isBedrock } from "./is-bedrock.ts";

const ACTIONS = new Set([
  "CreateFoundationModelAgreement",
  "PutFoundationModelEntitlement",
  "PutUseCaseForModelAccess",
]);

export const modelAccessEnabled = defineRule({
  id: "AWS.CloudTrail.BedrockModelAccessEnabled",
  displayName: "Access to Bedrock models was enabled",
  logTypes: ["AWS.CloudTrail"],
  severity: severityBy({ key: "MEDIUM", person: "MEDIUM", machine: "LOW" }),
  defaultSeverity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0003:T1098"] },
  description:
    "Somebody accepted a model's agreement, gave the use case that its maker asks for, or entitled the account to it: models can be called now that could not before. Deployments do so when a project begins, and people now and then; it is also what a thief does who finds the dear models closed. A person who opens a model for a project is the usual false positive.",
  runbook:
    "1. See which model, by whom, and whether a project asked for it. 2. If nobody did, look for calls of the model since then, end the agreement, and disable the key or revoke the sessions.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html",
  detect: (event) => isBedrock(event) && ACTIONS.has(event.eventName),
  dedup: byCaller,
  title: (event) => did(event, "enabled access to Bedrock models"),
  alertContext: (event) => ({
    ...changeContext(event),
    model: textParameter(event, "modelId").slice(0, 100),
  }),
  summaryAttributes: ["eventName", "awsRegion", "errorCode", "sourceIPAddress"],
});
