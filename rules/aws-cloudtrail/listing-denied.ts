import { defineRule } from "caracal";
import { caller, outcome, who } from "caracal/cloudtrail";
import { byCaller, changeContext } from "./change.ts";
import { isListing } from "./listing.ts";

export const listingDenied = defineRule({
  id: "AWS.CloudTrail.BedrockListingDenied",
  displayName: "One principal may not look around in Bedrock, and tries on",
  logTypes: ["AWS.CloudTrail"],
  severity: (event) => (who(event) === "key" ? "MEDIUM" : "LOW"),
  defaultSeverity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0040"], "MITRE ATT&CK": ["TA0007:T1580", "TA0007:T1526"] },
  description:
    "A principal was denied to look around in Amazon Bedrock, by four different requests or in four regions within an hour: testers of stolen keys go through regions and requests like this. A scanner that may not see every region does so too, with a role, and a person who opens the console; both are LOW.",
  runbook:
    "1. See in the summary which requests and regions. 2. Ask the principal's owner. 3. If nobody knows of it, disable the key, and see which other services it tried.",
  detect: (event) => isListing(event) && outcome(event) === "denied",
  dedup: byCaller,
  dedupPeriod: "6h",
  threshold: { unique: (event) => `${event.eventName} ${event.awsRegion}`, atLeast: 4, within: "1h" },
  title: (event, window) => `${caller(event).key} was denied ${window.value} ways to look around in Bedrock`,
  alertContext: changeContext,
  summaryAttributes: ["eventName", "awsRegion", "sourceIPAddress"],
});
