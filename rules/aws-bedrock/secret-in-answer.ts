import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";
import { answerSecrets } from "./answer-secrets.ts";
import { groupOf, severityOf, toldSecrets } from "./told-secrets.ts";

export const secretInAnswer = defineRule({
  id: "AWS.Bedrock.SecretInAnswer",
  displayName: "A model told a secret",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => severityOf(answerSecrets(event)),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0057"], "MITRE ATT&CK": ["TA0006:T1552"] },
  description:
    "A model's answer holds a secret that was not in what the call asked or brought with it: it comes from the system's text, an earlier turn, a document or the model's training. One secret is told once a week. Examples that a model makes up can look real.",
  runbook:
    "1. See in the context which kind it is; compare its hash with that of known keys. 2. Find out where the model has it from: the system's text, a knowledge base, a tool. 3. Replace the secret and take it out there. 4. See who else asked for it.",
  detect: (event) => answerSecrets(event).length > 0,
  dedup: (event) => groupOf(answerSecrets(event)),
  dedupPeriod: "7d",
  title: (event) => `A model told a secret to ${principal(event).key}: ${answerSecrets(event)[0]?.kind}`,
  alertContext: (event) => toldSecrets(event, answerSecrets(event)),
  summaryAttributes: ["modelId", "operation"],
});
