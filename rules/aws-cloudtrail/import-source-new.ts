import { defineRule } from "caracal";
import { account, outcome } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { importBucket, isImport } from "./import-source.ts";

export const importSourceNew = defineRule({
  id: "AWS.CloudTrail.BedrockImportSourceNew",
  displayName: "A model was imported from a bucket that is new",
  logTypes: ["AWS.CloudTrail"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0010"], "MITRE ATT&CK": ["TA0003:T1525"] },
  description:
    "A model's weights came from a bucket that the account has not imported from before. The first import seen is taken as it is. A new project is the usual false positive.",
  runbook:
    "1. See whose bucket it is; it need not be the company's. 2. If nobody knows it, delete the model, see which applications called it, and disable the key or revoke the sessions of who imported it.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-import-model.html",
  detect: (event) => isImport(event) && outcome(event) === "done" && importBucket(event) !== "",
  firstSeen: { key: importBucket, scope: account, learn: "1m", forget: "180d" },
  dedup: byCaller,
  title: (event) => did(event, `imported a model from ${importBucket(event).slice(0, 100)}`),
  alertContext: (event) => ({ ...changeContext(event), bucket: importBucket(event).slice(0, 100) }),
});
