import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";
import { promptSecrets } from "./prompt-secrets.ts";
import { groupOf, severityOf, toldSecrets } from "./told-secrets.ts";

export const secretInPrompt = defineRule({
  id: "AWS.Bedrock.SecretInPrompt",
  displayName: "A secret was sent to a model",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => severityOf(promptSecrets(event)),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0055"], "MITRE ATT&CK": ["TA0006:T1552"] },
  description:
    "What a user said last, what a tool brought, or the system's text holds a secret: a key of AWS or Bedrock, a private key, a token of another service, a database's password. It now stands in the log too. One secret is told once a week, however often a conversation sends it again. The severity is that of the kind. Keys of documentation and placeholders do not count; a key of a test system looks like any other.",
  runbook:
    "1. See in the context which kind it is; compare its hash with that of known keys (the first 12 digits of the SHA-256). 2. Replace the secret, and look where it was used since. 3. Find out how it came into the prompt: a person who pasted it, a file that an agent read, a configuration. 4. Delete the record's body from the log's bucket if your rules ask for it.",
  detect: (event) => promptSecrets(event).length > 0,
  dedup: (event) => groupOf(promptSecrets(event)),
  dedupPeriod: "7d",
  title: (event) =>
    `A secret was sent to a model by ${principal(event).key}: ${promptSecrets(event)[0]?.kind}`,
  alertContext: (event) => toldSecrets(event, promptSecrets(event)),
  summaryAttributes: ["modelId", "operation"],
});
