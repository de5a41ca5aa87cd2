import { defineCorrelation, step } from "caracal";
import { principal } from "caracal/bedrock";
import { bodiesLost, isBodiless } from "./bodies-lost.ts";
import { recordPlace } from "./record-place.ts";

export const bodiesMissing = defineCorrelation({
  id: "AWS.Bedrock.BodiesMissing",
  displayName: "Bedrock's records come without prompts and answers",
  severity: "MEDIUM",
  reports: { "MITRE ATT&CK": ["TA0005:T1562.008"] },
  description:
    "Within twelve hours three principals of an account and region, whose calls always had prompts and answers in the log, made calls that have none. Somebody may have switched the delivery of text off, so that nobody sees what is asked. Regions that never deliver bodies, failed calls, embeddings, images and bodies that are stored elsewhere do not count. A decision to keep prompts out of the log is the usual false positive.",
  runbook:
    "1. Read the region's logging configuration: is text delivered? 2. Find in CloudTrail who put it (PutModelInvocationLoggingConfiguration), and ask them. 3. Put it back; until then rules on content see nothing there. 4. Look at which principals called most meanwhile.",
  order: "any",
  within: "12h",
  dedupPeriod: "1d",
  steps: {
    lost: step(bodiesLost, {
      by: (event) => (isBodiless(event) ? recordPlace(event) : ""),
      distinct: { of: (event) => principal(event).key, atLeast: 3 },
      context: (event) => ({ account: event.accountId, region: event.region }),
    }),
  },
  title: ({ lost }) =>
    `Records of account ${lost.context.account ?? ""}, ${lost.context.region ?? ""} come without prompts and answers`,
  alertContext: ({ lost }) => ({ ...lost.context, principals: lost.distinct, since: lost.firstEventTime }),
});
