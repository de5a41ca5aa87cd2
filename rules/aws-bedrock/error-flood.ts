import { defineCorrelation, step } from "caracal";
import { caller, principal } from "caracal/bedrock";
import { errorSpike } from "./error-spike.ts";
import { requestFlood } from "./request-flood.ts";

export const errorFlood = defineCorrelation({
  id: "AWS.Bedrock.ErrorFlood",
  displayName: "A principal fails far more often than it usually calls",
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0040"], "MITRE ATT&CK": ["TA0007:T1526", "TA0001:T1078.004"] },
  description:
    "Calls of a principal fail for its own reasons, and it makes more than five times as many as is usual for it at that time of day. What breaks in an application fails as often as it calls, so that this is most often somebody else who tries what the same credentials can do. A broken release that tries again and again is a known false positive.",
  runbook:
    "1. See in the errors' step which errors and models they are, and whether the principal's ordinary calls go on beside them: then it is somebody else. 2. Find the calls in CloudTrail by their request ids for the source address and the user agent. 3. If the principal's owner does not know of them, revoke the role's sessions, and look for calls that succeeded after the failures.",
  order: "any",
  within: "3h",
  dedupPeriod: "12h",
  steps: {
    errors: step(errorSpike, {
      on: "alert",
      by: (event) => principal(event).key,
      context: (event) => ({ ...caller(event), lastError: event.errorCode ?? "" }),
    }),
    flood: step(requestFlood, { on: "alert", by: (event) => principal(event).key }),
  },
  title: (_, key) => `${key} fails far more often than it usually calls`,
  alertContext: ({ errors }) => errors.context,
});
