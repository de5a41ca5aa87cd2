import { defineRule } from "caracal";
import { errorClass, model, principal, tokens } from "caracal/bedrock";

export const tokenAbuse = defineRule({
  id: "AWS.Bedrock.TokenAbuse",
  displayName: "One principal burns Bedrock tokens",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal used more tokens in an hour than one application or person should: input, output and both sides of the prompt cache, over all operations and models. Stolen access is resold this way, and the bill is the first sign of it.",
  runbook:
    "1. Compare with what the principal used in the same hours of the days before. 2. See in the context whether it is new models, or many more calls than usual: a batch job and a coding agent with a large prompt cache are known causes, which an exception with an owner leaves alone. 3. If nobody expects it, disable the key or revoke the role's sessions, and set a quota for the model.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html",
  detect: (event) => errorClass(event) === undefined,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  threshold: { sum: (event) => tokens(event).total, atLeast: 2_000_000, within: "1h" },
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
