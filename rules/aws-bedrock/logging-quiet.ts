import { defineCorrelation, step, without } from "caracal";
import { hour } from "./hour.ts";
import { hourBegins } from "./hour-begins.ts";
import { quietHour } from "./quiet-hour.ts";
import { recordPlace } from "./record-place.ts";

export const loggingQuiet = defineCorrelation({
  id: "AWS.Bedrock.LoggingQuiet",
  displayName: "Bedrock's invocation log falls silent",
  severity: "MEDIUM",
  reports: { "MITRE ATT&CK": ["TA0005:T1562.008"] },
  description:
    "An account and region that had records in eight hours of the last two days wrote none at all in two hours that were busy a week ago, and none in the hour after. Somebody may have deleted the logging, pointed it elsewhere, or taken away its right to write. Nights and weekends do not count, as last week's were quiet too; an account with little traffic is not watched. A holiday on which no application runs either, an application that moves to another region, and an outage are the usual false positives.",
  runbook:
    "1. See whether the account still calls models: CloudWatch's metrics of Amazon Bedrock and the bill go on without the log. 2. Read the region's logging configuration, and find in CloudTrail who changed it, or the bucket, the role or the key that it needs. 3. If it is as it should be, look for what is broken between the bucket or log group and here. 4. Put it back, and look at what was called meanwhile.",
  order: "sequence",
  within: "2d",
  dedupPeriod: "12h",
  steps: {
    alive: step(hourBegins, { by: recordPlace, atLeast: 8 }),
    missed: step(quietHour, {
      by: recordPlace,
      distinct: { of: (event) => hour(event), atLeast: 2 },
      context: (event) => ({ account: event.accountId, region: event.region ?? "" }),
    }),
    still: without(hourBegins, { by: recordPlace, within: "1h" }),
  },
  title: ({ missed }) =>
    `No records of Bedrock in account ${missed.context.account ?? ""}, ${missed.context.region ?? ""}`,
  alertContext: ({ missed }) => ({ ...missed.context, missedHours: missed.distinct }),
});
