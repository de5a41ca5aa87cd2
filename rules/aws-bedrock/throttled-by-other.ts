import { defineCorrelation, type EventOf, step } from "caracal";
import { caller, model } from "caracal/bedrock";
import { requestFlood } from "./request-flood.ts";
import { throttledCall } from "./throttled-call.ts";

/** What a quota is for. */
const quota = (event: EventOf<"AWS.BedrockModelInvocation">) => `${event.accountId} ${model(event).id}`;

export const throttledByOther = defineCorrelation({
  id: "AWS.Bedrock.ThrottledByOther",
  displayName: "One principal uses a model's quota up",
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0029", "AML.T0034"], "MITRE ATT&CK": ["TA0040:T1499.003"] },
  description:
    "Fifty calls of a model were throttled within an hour, while one principal called far more than it usually does at that time of day. That one takes the quota from all others: by intent, or because its key is in other hands. A load test that shares a quota with production is a known cause, and worth knowing.",
  runbook:
    "1. The context names the principal that called so much; ask its owner what it is doing. 2. See in the throttle's step which applications wait for the model. 3. If nobody answers for the calls, disable the key or revoke the sessions; if somebody does, have them slow down, and give the load an account or a quota of its own.",
  order: "any",
  within: "1h",
  dedupPeriod: "6h",
  steps: {
    throttled: step(throttledCall, { by: quota, atLeast: 50 }),
    flood: step(requestFlood, { by: quota, on: "alert", context: caller }),
  },
  title: (steps) => `${steps.flood.context.principal} uses up the quota of ${steps.flood.context.model}`,
  alertContext: (steps) => ({ ...steps.flood.context, throttled: steps.throttled.count }),
});
