import { defineCorrelation, step } from "caracal";
import { model, principal } from "caracal/bedrock";
import { caller } from "caracal/cloudtrail";
import { keyLooksAround } from "caracal/packs/aws-cloudtrail";
import { userCalled } from "./user-called.ts";

export const keyScoutedThenCalled = defineCorrelation({
  id: "AWS.KeyScoutedThenCalled",
  displayName: "A key looked around in Bedrock, then called a model",
  severity: "MEDIUM",
  reports: {
    "MITRE ATLAS": ["AML.T0040", "AML.T0012"],
    "MITRE ATT&CK": ["TA0007:T1526", "TA0001:T1078.004"],
  },
  description:
    "A user with a long-term key asked Amazon Bedrock three different things, or one thing in three regions, such as which models there are and whether calls are logged, and within an hour called a model. Testers of stolen keys do this. Software that lists models when it starts asks one thing in one region; an inventory that also calls models is the usual false positive.",
  runbook:
    "1. See in CloudTrail from which address and with which program the key asked, and compare with the days before. 2. See in the invocation log which models were called and how often. 3. If the key's owner does not know of it, disable the key, and look for other keys used from the same address.",
  order: "sequence",
  within: "1h",
  dedupPeriod: "6h",
  steps: {
    scouted: step(keyLooksAround, {
      by: (event) => caller(event).key,
      distinct: { of: (event) => [event.eventName, event.awsRegion], atLeast: 3 },
      context: (event) => ({ sourceAddress: event.sourceIPAddress ?? "" }),
    }),
    called: step(userCalled, {
      by: (event) => principal(event).key,
      context: (event) => ({ model: model(event).id.slice(0, 100), region: event.region ?? "" }),
    }),
  },
  title: (steps, key) => `${key} looked around in Bedrock, then called ${steps.called.context.model ?? ""}`,
  alertContext: ({ scouted, called }, key) => ({
    principal: key,
    ...scouted.context,
    asked: scouted.distinct,
    ...called.context,
  }),
});
