import { defineRule } from "caracal";
import { account, caller } from "caracal/cloudtrail";
import { isListing } from "./listing.ts";

export const firstListing = defineRule({
  id: "AWS.CloudTrail.BedrockFirstListing",
  displayName: "A principal looks around in Bedrock for the first time",
  logTypes: ["AWS.CloudTrail"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATLAS": ["AML.T0040"], "MITRE ATT&CK": ["TA0007:T1526"] },
  description:
    "A signal for correlations: a principal asks which models there are, or whether they can be called, that did not ask within ninety days, in an account that was watched for three days. New software and colleagues do so.",
  runbook: "1. Nothing is to be done. See the alerts of the correlations that use it.",
  detect: isListing,
  firstSeen: { key: (event) => caller(event).key, scope: account, learn: "3d", forget: "90d" },
});
