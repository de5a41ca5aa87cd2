import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";
import { gravelyBlocked } from "./is-blocked.ts";
import { toldFindings } from "./told-findings.ts";

export const guardrailBlocksSpread = defineRule({
  id: "AWS.Bedrock.GuardrailBlocksSpread",
  displayName: "A guardrail is sure of attacks by several principals",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0051", "AML.T0054"] },
  description:
    "Within an hour content filters blocked calls of four principals of an account as attacks on the prompt, or as harmful with high confidence: somebody spreads tries over several identities so that none stands out.",
  runbook:
    "1. See in the alert's entities which principals they are, and what they have in common: a person, a host, a pipeline. 2. Read the blocked prompts in the log's bucket. 3. Disable the keys or revoke the sessions of those that nobody can explain.",
  detect: (event) => gravelyBlocked(event).length > 0,
  dedup: (event) => event.accountId,
  dedupPeriod: "1h",
  threshold: { unique: (event) => principal(event).key, atLeast: 4, within: "1h" },
  title: (event) => `A guardrail is sure of attacks by several principals of account ${event.accountId}`,
  alertContext: (event, window) => ({ ...toldFindings(event), principals: window.value }),
});
