import { defineCorrelation, step } from "caracal";
import { principal } from "caracal/bedrock";
import { tokenBurn } from "./token-burn.ts";

const HOUR = 3_600_000;

export const slowBurn = defineCorrelation({
  id: "AWS.Bedrock.SlowBurn",
  displayName: "A principal uses more Bedrock tokens than usual, hour after hour",
  severity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "In five different hours of half a day a principal used more than five times as many tokens as is usual for it at that time of day. Applications have a past, and people's agents count only from a million an hour on: resold access is used at all hours, and stays under what a single hour raises. A workload that is moved to another role for good is a known false positive, once.",
  runbook:
    "1. See in the alerts of the step which models were called, and whether the hours are those of the principal's owner. 2. Ask the owner for a new workload. 3. If there is none, disable the key or revoke the role's sessions, find the source addresses in CloudTrail, and look at what the prompts were about.",
  order: "any",
  within: "12h",
  dedupPeriod: "1d",
  steps: {
    hours: step(tokenBurn, {
      on: "alert",
      by: (event) => principal(event).key,
      distinct: { of: (event) => String(Math.floor(event.p_event_time.getTime() / HOUR)), atLeast: 5 },
      context: (event) => ({ model: event.modelId.slice(0, 100), region: event.region ?? "unknown" }),
    }),
  },
  title: (_, key) => `${key} uses more Bedrock tokens than usual, hour after hour`,
  alertContext: ({ hours }, key) => ({
    principal: key,
    hours: hours.distinct,
    since: hours.firstEventTime,
    lastModel: hours.context.model,
    region: hours.context.region,
  }),
});
