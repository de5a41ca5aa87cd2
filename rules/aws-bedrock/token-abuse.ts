import { defineRule } from "caracal";
import { errorClass, model, principal, tokens, tokenWeight } from "caracal/bedrock";

/** Tokens from which on a call counts: smaller ones are many and add up to little; RequestFlood counts them. */
const LEAST = 2000;

export const tokenAbuse = defineRule({
  id: "AWS.Bedrock.TokenAbuse",
  displayName: "One principal burns Bedrock tokens",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (_, window) => (window.value >= 20_000_000 ? "DEFAULT" : "LOW"),
  defaultSeverity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal used more tokens in an hour than most applications and people do, whatever its past: over all operations and models, tokens read from the prompt cache as a tenth and tokens to embed as a hundredth, as they cost. Calls of less than 2,000 do not count. From two million on it is LOW, since batch jobs, busy applications and teams of coding agents that share a role get there; ten times that is HIGH. It is the cap for principals without a past, and for those whose use grew so slowly that nothing compared with it stands out.",
  runbook:
    "1. Compare with what the principal used in the same hours of the days before. 2. See in the context whether it is new models, or many more calls than usual: a batch job and a coding agent with a large prompt cache are known causes, which an exception with an owner leaves alone. 3. If nobody expects it, disable the key or revoke the role's sessions, and set a quota for the model.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html",
  detect: (event) => tokenWeight(event) >= LEAST && errorClass(event) === undefined,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  threshold: { sum: tokenWeight, atLeast: 2_000_000, within: "1h" },
  title: (event, window) =>
    `${window.value.toLocaleString("en-US")} Bedrock tokens within an hour by ${principal(event).key}`,
  alertContext: (event, window) => ({
    principal: principal(event).key,
    tokens: window.value,
    calls: window.count,
    since: window.firstEventTime,
    lastCall: { ...tokens(event), model: model(event).id, operation: event.operation },
  }),
  summaryAttributes: ["modelId", "operation", "region"],
});
