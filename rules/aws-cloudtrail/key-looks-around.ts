import { defineRule } from "caracal";
import { who } from "caracal/cloudtrail";
import { isListing } from "./listing.ts";

export const keyLooksAround = defineRule({
  id: "AWS.CloudTrail.BedrockKeyLooksAround",
  displayName: "A long-term key looks around in Bedrock",
  logTypes: ["AWS.CloudTrail"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATLAS": ["AML.T0040"], "MITRE ATT&CK": ["TA0007:T1526"] },
  description:
    "A signal for correlations: somebody with a long-term key asks which models there are, whether they can be called, or whether calls are logged. Software with a key asks so when it starts.",
  runbook: "1. Nothing is to be done. See the alerts of the correlations that use it.",
  detect: (event) => isListing(event) && who(event) === "key",
});
