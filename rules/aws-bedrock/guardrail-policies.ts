import { defineRule } from "caracal";
import { guardrail, principal } from "caracal/bedrock";
import { isBlocked } from "./is-blocked.ts";
import { toldFindings } from "./told-findings.ts";

export const guardrailPolicies = defineRule({
  id: "AWS.Bedrock.GuardrailPolicies",
  displayName: "Several policies of a guardrail stepped in at once",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0051", "AML.T0054"] },
  description:
    "Two or more policies of a guardrail, such as topics and content filters, blocked one call. A prompt that is made to get past one filter often runs into another. A long document can do the same.",
  runbook:
    "1. See in the context which policies they were. 2. Read the prompt in the log's bucket. 3. See whether GuardrailBlocks tells of the same principal.",
  detect: (event) => {
    if (!isBlocked(event)) return false;
    const blocked = guardrail(event).findings.filter(({ action }) => action === "blocked");
    return new Set(blocked.map(({ policy }) => policy)).size > 1;
  },
  dedup: (event) => principal(event).key,
  dedupPeriod: "1d",
  title: (event) => `Several policies of a guardrail blocked a call of ${principal(event).key}`,
  alertContext: toldFindings,
});
