import { defineRule } from "caracal";
import { guardrail, principal } from "caracal/bedrock";
import { toldFindings } from "./told-findings.ts";

export const detectOnly = defineRule({
  id: "AWS.Bedrock.DetectOnly",
  displayName: "A guardrail saw attacks and let them through",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0051", "AML.T0054"] },
  description:
    "A guardrail that only detects found three attacks on the prompt by a principal within an hour, and each was answered. A filter that is set to its highest strength can be wrong about long prompts.",
  runbook:
    "1. Read the prompts and answers in the log's bucket: they reached the model. 2. If they are attacks, find out in the application's own log who wrote them. 3. Set the guardrail to block what it finds.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-detect-mode.html",
  detect: (event) =>
    guardrail(event).findings.some(({ action, name }) => action === "detected" && name === "PROMPT_ATTACK"),
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  threshold: { count: 3, within: "1h" },
  title: (event) => `A guardrail saw attacks by ${principal(event).key} and let them through`,
  alertContext: toldFindings,
});
