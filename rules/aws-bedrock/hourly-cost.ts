import { defineRule } from "caracal";
import { caller, cost, errorClass, principal } from "caracal/bedrock";
import { isSampled } from "./is-sampled.ts";

/** Dollars from which on all calls count: cheaper ones add up to little, and a tenth of them is enough to know the principal. */
const LEAST = 0.005;

const dollars = (value: number): string => `$${value.toFixed(2)}`;

export const hourlyCost = defineRule({
  id: "AWS.Bedrock.HourlyCost",
  displayName: "A principal costs far more than it usually does",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event, { value }) => {
    // A person with a coding agent costs ten dollars an hour now and then; an application or a key that did not, does not.
    const [low, high] = principal(event).kind === "sso-user" ? [40, 120] : [15, 60];
    if (value >= high) return "HIGH";
    return value >= low ? "DEFAULT" : "INFO";
  },
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "What a principal's calls cost in an hour is more than five times what is usual for it at that time of day, and more than five dollars; of calls of less than half a cent a tenth counts. From 15 dollars on it is MEDIUM, from 60 HIGH; for people who sign in, from 40 and 120. Prices are list prices, or the company's own where the configuration tells them. A backfill with a dear model is a known false positive.",
  runbook:
    "1. See in the summary which models cost so much; `estimated` says that the last one's price is another model's. 2. Ask the owner of the principal for a batch, a backfill or a new workload at that time. 3. If nobody knows of one, disable the key or revoke the role's sessions, and set a budget alarm and a quota for the model.",
  reference: "https://aws.amazon.com/bedrock/pricing/",
  detect: (event) => (cost(event).dollars >= LEAST || isSampled(event, 6)) && errorClass(event) === undefined,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  threshold: {
    baseline: (event) => cost(event).dollars,
    factor: 5,
    floor: 5,

    warmUp: "2d",
    within: "1h",
  },
  title: (event, { value }) =>
    `At least ${dollars(value)} for Bedrock within an hour by ${principal(event).key}`,
  alertContext: (event, { value, usual = 0, count, firstEventTime }) => ({
    ...caller(event),
    cost: dollars(value),
    usual: dollars(usual),
    calls: count,
    since: firstEventTime,
    estimated: cost(event).estimated,
  }),
  summaryAttributes: ["modelId", "operation", "region"],
});
