import { defineRule } from "caracal";
import { severityBy, textParameter } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { importBucket, isImport } from "./import-source.ts";

export const modelImported = defineRule({
  id: "AWS.CloudTrail.BedrockModelImported",
  displayName: "A model was imported to Bedrock",
  logTypes: ["AWS.CloudTrail"],
  severity: severityBy({ key: "MEDIUM", person: "MEDIUM", machine: "LOW" }),
  defaultSeverity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0010"], "MITRE ATT&CK": ["TA0003:T1525"] },
  description:
    "Somebody imported the weights of a model, or tried to. Whoever made them decides what the model answers. Deployments do so in ordinary life, and people who train models a few times a year.",
  runbook:
    "1. See which bucket the weights come from, and whose it is. 2. If nobody knows of it, delete the model, see which applications call it, and disable the key or revoke the sessions.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-import-model.html",
  detect: isImport,
  dedup: byCaller,
  title: (event) => did(event, "imported a model to Bedrock"),
  alertContext: (event) => ({
    ...changeContext(event),
    model: (textParameter(event, "importedModelName") || textParameter(event, "modelName")).slice(0, 100),
    bucket: importBucket(event).slice(0, 100),
  }),
});
