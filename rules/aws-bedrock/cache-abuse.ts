import { defineRule } from "caracal";
import { caller, errorClass, principal, tokens } from "caracal/bedrock";

export const cacheAbuse = defineRule({
  id: "AWS.Bedrock.CacheAbuse",
  displayName: "A principal fills the prompt cache and does not read it",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (_, { count }) => (count >= 12 ? "DEFAULT" : "INFO"),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0034.001"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal wrote 300,000 tokens to the prompt cache within an hour in calls that read next to nothing from it, and more than four times as many as is usual for it at that time of day. Writing to the cache costs more than not to use it: without reads it is waste, or somebody who makes it so. It is INFO, and MEDIUM from twelve such calls on. A release whose prompts begin with something that changes is a known false positive.",
  runbook:
    "1. See which model, and whether the principal read from the cache before. 2. Ask its owner for a release: a date or a name at the beginning of a prompt is what spoils the cache. 3. If there was none, look at some of the prompts in the log, and disable the key or revoke the role's sessions.",
  detect: (event) => {
    const { cacheRead, cacheWrite } = tokens(event);
    return cacheWrite >= 1024 && cacheRead < cacheWrite / 5 && errorClass(event) === undefined;
  },
  dedup: (event) => principal(event).key,
  dedupPeriod: "6h",
  threshold: {
    baseline: (event) => tokens(event).cacheWrite,
    factor: 4,
    floor: 300_000,

    warmUp: "1m",
    within: "1h",
  },
  title: (event, { value }) =>
    `${value.toLocaleString("en-US")} tokens written to the prompt cache and not read by ${principal(event).key}`,
  alertContext: (event, { value, usual, count, firstEventTime }) => ({
    ...caller(event),
    written: value,
    usual,
    calls: count,
    since: firstEventTime,
    lastCall: { ...tokens(event) },
  }),
  summaryAttributes: ["modelId", "operation"],
});
