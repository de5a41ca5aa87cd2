import { defineCorrelation, step, without } from "caracal";
import { principal } from "caracal/bedrock";
import { hour, WEEK } from "./hour.ts";
import { hourBegins } from "./hour-begins.ts";
import { recordSample } from "./record-sample.ts";

export const quietHour = defineCorrelation({
  id: "AWS.Bedrock.QuietHour",
  displayName: "An hour has no records that had some a week ago",
  severity: "INFO",
  createAlert: false,
  description:
    "A signal for LoggingQuiet: in the same hour a week ago an account and region had some fifteen records (five in the sample of a third) of two principals or more, and now it has none. By itself it is a holiday, or a load test of last week.",
  runbook: "1. Nothing is to be done. See the alerts of LoggingQuiet.",
  order: "sequence",
  within: "1h",
  steps: {
    busy: step(recordSample, {
      by: (event) => hour(event),
      atLeast: 5,
      // One agent that was busy for an hour need not be so again.
      distinct: { of: (event) => principal(event).key, atLeast: 2 },
    }),
    // A week, and what may be left of the hour then.
    later: without(hourBegins, { by: (event) => hour(event, WEEK), within: "10140m" }),
  },
});
