import { defineRule, type EventOf } from "caracal";
import { caller, cost, errorClass, principal, tokenWeight } from "caracal/bedrock";
import { isSampled } from "./is-sampled.ts";

/** Tokens from which on all calls count: smaller ones are many and add up to little, and a tenth of them is enough to know the principal. */
const LEAST = 1000;

/** What a person's tokens are divided by: coding agents use many by fits and starts, applications do evenly. */
const share = (event: EventOf<"AWS.BedrockModelInvocation">) =>
  principal(event).kind === "sso-user" ? 8 : 1;

export const tokenBurn = defineRule({
  id: "AWS.Bedrock.TokenBurn",
  displayName: "A principal uses far more Bedrock tokens than it usually does",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event, { value }) => {
    const used = value * share(event);
    if (used >= 8_000_000) return "HIGH";
    return used >= (cost(event).outputPrice >= 15 ? 1_500_000 : 3_000_000) ? "DEFAULT" : "INFO";
  },
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal used more than five times as many tokens in an hour as is usual for it at that time of day, tokens read from the prompt cache as a tenth and tokens to embed as a hundredth, as they cost. Of calls of less than 1,000 a tenth counts. A stolen identity whose access is resold looks like this. It is INFO from 150,000 tokens on, or 1.2 million of a person, as a signal for slow burns; MEDIUM from three million, or half of that where the model is dear; HIGH from eight million. A backfill, a load test and somebody's first day with a coding agent are known false positives.",
  runbook:
    "1. Compare in the context what was used with what is usual, and see in the summary which models were called. 2. Ask the owner of the principal for a backfill, a load test or a new workload at that time. 3. If nobody knows of one, find the calls in CloudTrail by their request ids: a new source address or user agent means that the identity is stolen. Disable the key or revoke the role's sessions, and set a quota for the model.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html",
  detect: (event) => (tokenWeight(event) >= LEAST || isSampled(event, 6)) && errorClass(event) === undefined,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  threshold: {
    baseline: (event) => tokenWeight(event) / share(event),
    factor: 5,
    floor: 150_000,
    warmUp: "2d",
    within: "1h",
  },
  title: (event, { value }) =>
    `At least ${(value * share(event)).toLocaleString("en-US")} Bedrock tokens within an hour by ${principal(event).key}, far above its own past`,
  alertContext: (event, { value, usual = 0, count, firstEventTime }) => ({
    ...caller(event),
    tokens: value * share(event),
    usual: usual * share(event),
    calls: count,
    since: firstEventTime,
  }),
  summaryAttributes: ["modelId", "operation", "region"],
});
