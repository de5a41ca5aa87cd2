import { defineRule } from "caracal";
import { caller, outcome } from "caracal/cloudtrail";
import { byCaller, changeContext } from "./change.ts";
import { isSensitiveChange } from "./sensitive-changes.ts";

export const changesDenied = defineRule({
  id: "AWS.CloudTrail.BedrockChangesDenied",
  displayName: "One principal was denied many changes of Bedrock",
  logTypes: ["AWS.CloudTrail"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0007:T1580", "TA0005:T1562"] },
  description:
    "A principal was denied three different changes of how Amazon Bedrock is guarded, watched, paid for or reached, within a day: somebody tries what a key or session can do. A deployment that lacks a permission stops at the first; a new one that goes on is the usual false positive.",
  runbook:
    "1. See in the summary which changes. 2. Ask the principal's owner, and look at what it did that was not denied. 3. If nobody knows of it, disable the key or revoke the sessions.",
  detect: (event) => isSensitiveChange(event) && outcome(event) === "denied",
  dedup: byCaller,
  dedupPeriod: "6h",
  threshold: { unique: (event) => event.eventName, atLeast: 3, within: "1d" },
  title: (event, window) => `${caller(event).key} was denied ${window.value} different changes of Bedrock`,
  alertContext: changeContext,
  summaryAttributes: ["eventName", "awsRegion", "sourceIPAddress"],
});
