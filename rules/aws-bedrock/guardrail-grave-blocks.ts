import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";
import { gravelyBlocked } from "./is-blocked.ts";
import { toldFindings } from "./told-findings.ts";

export const guardrailGraveBlocks = defineRule({
  id: "AWS.Bedrock.GuardrailGraveBlocks",
  displayName: "A guardrail is sure of several attacks",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0051", "AML.T0054"] },
  description:
    "Content filters blocked five calls of a principal within an hour as attacks on the prompt, or with high confidence as hate, insults, sexual content, violence or misconduct, however many other calls went through: somebody misuses an application that others use too.",
  runbook:
    "1. See in the context which filters they were. 2. Read the prompts in the log's bucket. 3. Find in the application's own log which of its users wrote them, and lock that user out.",
  detect: (event) => gravelyBlocked(event).length > 0,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  threshold: { count: 5, within: "1h" },
  title: (event) => `A guardrail is sure of several attacks by ${principal(event).key}`,
  alertContext: toldFindings,
});
