import { defineRule } from "caracal";
import { caller, cost, errorClass, principal } from "caracal/bedrock";
import { isSampled } from "./is-sampled.ts";

/** Dollars from which on all calls count: cheaper ones add up to little, and a tenth of them is enough to know the account. */
const LEAST = 0.01;

const dollars = (value: number): string => `$${value.toFixed(2)}`;

export const accountCost = defineRule({
  id: "AWS.Bedrock.AccountCost",
  displayName: "An account costs far more than it usually does",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (_, { value }) => (value >= 100 ? "HIGH" : value >= 30 ? "DEFAULT" : "INFO"),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "What all calls in an account cost in an hour is more than four times what is usual for it at that time of day, and more than ten dollars; of calls of less than a cent a tenth counts. Stolen access that is spread over many principals stays under what each of them may cost, but not under this. From 30 dollars on it is MEDIUM, from 100 HIGH. A backfill and a batch that runs at another time are known false positives.",
  runbook:
    "1. See in the summary who called, and which models. One principal: look at it alone. 2. Many: see whether they are new, call the same models, or have nothing to do with each other. 3. Ask the account's owner; if nobody knows of it, disable the principals that should not be there, and set a budget alarm and quotas.",
  reference: "https://aws.amazon.com/bedrock/pricing/",
  detect: (event) => (cost(event).dollars >= LEAST || isSampled(event, 6)) && errorClass(event) === undefined,
  dedup: (event) => event.accountId,
  dedupPeriod: "2h",
  threshold: {
    baseline: (event) => cost(event).dollars,
    factor: 4,
    floor: 10,

    warmUp: "3d",
    within: "1h",
  },
  title: (event, { value }) =>
    `At least ${dollars(value)} for Bedrock within an hour in account ${event.accountId}`,
  alertContext: (event, { value, usual = 0, count, firstEventTime }) => ({
    account: event.accountId,
    cost: dollars(value),
    usual: dollars(usual),
    calls: count,
    since: firstEventTime,
    lastPrincipal: principal(event).key,
    lastModel: caller(event).model,
  }),
  summaryAttributes: ["identity.arn", "modelId", "region"],
});
