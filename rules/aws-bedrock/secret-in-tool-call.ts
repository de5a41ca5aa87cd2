import { defineRule } from "caracal";
import { principal, readings } from "caracal/bedrock";
import { groupOf, severityOf, toldSecrets } from "./told-secrets.ts";

export const secretInToolCall = defineRule({
  id: "AWS.Bedrock.SecretInToolCall",
  displayName: "A model passes a secret to a tool",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => severityOf(readings(event).toolCalls.secrets),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0086"], "MITRE ATT&CK": ["TA0006:T1552"] },
  description:
    "A model calls a tool with a secret in its input: an agent is being used to carry it away, or works with a key in the open. One secret is told once a week. Coding agents that were given a token to work with are a known cause.",
  runbook:
    "1. Look in the log's bucket at the call: which tool, and where does the secret go? 2. If it leaves the company, replace the secret at once, and see what gave the order. 3. If it is the agent's own key, give it the key by its environment.",
  detect: (event) => readings(event).toolCalls.secrets.length > 0,
  dedup: (event) => groupOf(readings(event).toolCalls.secrets),
  dedupPeriod: "7d",
  title: (event) =>
    `A model passes a secret to a tool for ${principal(event).key}: ${readings(event).toolCalls.secrets[0]?.kind}`,
  alertContext: (event) => toldSecrets(event, readings(event).toolCalls.secrets),
  summaryAttributes: ["modelId", "operation"],
});
