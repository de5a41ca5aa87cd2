import { defineCorrelation, step } from "caracal";
import { model, principal } from "caracal/bedrock";
import { caller } from "caracal/cloudtrail";
import { firstListing } from "caracal/packs/aws-cloudtrail";
import { userCalled } from "./user-called.ts";

export const strangerListedThenCalled = defineCorrelation({
  id: "AWS.StrangerListedThenCalled",
  displayName: "A user listed Bedrock's models for the first time, then called one",
  severity: "MEDIUM",
  reports: {
    "MITRE ATLAS": ["AML.T0040", "AML.T0012"],
    "MITRE ATT&CK": ["TA0007:T1526", "TA0001:T1078.004"],
  },
  description:
    "An IAM user that never looked around in Amazon Bedrock asked which models there are, and within a quarter of an hour called one. Whoever finds a key does not know yet what it can reach. A new application with a key of its own is the usual false positive; roles and people who sign in do not count.",
  runbook:
    "1. See in CloudTrail from which address and with which program the user asked. 2. Ask the user's owner whether the use is new on purpose, and whether a role would do instead of a key. 3. If nobody knows of it, disable the key and see what was called.",
  order: "sequence",
  within: "15m",
  dedupPeriod: "6h",
  steps: {
    listed: step(firstListing, {
      by: (event) => caller(event).key,
      context: (event) => ({ sourceAddress: event.sourceIPAddress ?? "" }),
    }),
    called: step(userCalled, {
      by: (event) => principal(event).key,
      context: (event) => ({ model: model(event).id.slice(0, 100), region: event.region ?? "" }),
    }),
  },
  title: (steps, key) =>
    `${key} listed Bedrock's models for the first time, then called ${steps.called.context.model ?? ""}`,
  alertContext: ({ listed, called }, key) => ({ principal: key, ...listed.context, ...called.context }),
});
