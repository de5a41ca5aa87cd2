import { defineRule } from "caracal";
import { parameter, severityBy, textParameter } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { isBedrock } from "./is-bedrock.ts";

const ACTIONS = new Set(["CreateProvisionedModelThroughput", "UpdateProvisionedModelThroughput"]);

export const throughputBought = defineRule({
  id: "AWS.CloudTrail.BedrockThroughputBought",
  displayName: "Provisioned throughput was bought for Bedrock",
  logTypes: ["AWS.CloudTrail"],
  severity: severityBy({ key: "HIGH", person: "MEDIUM", machine: "LOW" }),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "Somebody bought or changed provisioned throughput, or tried to: model units are paid by the hour, used or not, and a commitment runs for months. Deployments do so from a reviewed source and are LOW. A capacity test by hand is the usual false positive.",
  runbook:
    "1. See how many units, which model and for how long, and whether anybody budgeted for it. 2. If not, delete it at once where there is no commitment, else ask AWS's support. 3. If nobody knows of it, disable the key or revoke the sessions.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/prov-throughput.html",
  detect: (event) => isBedrock(event) && ACTIONS.has(event.eventName),
  dedup: byCaller,
  title: (event) => did(event, "bought provisioned throughput"),
  alertContext: (event) => ({
    ...changeContext(event),
    model: textParameter(event, "modelId").slice(0, 100),
    units: parameter(event, "modelUnits"),
    commitment: textParameter(event, "commitmentDuration").slice(0, 100),
  }),
});
