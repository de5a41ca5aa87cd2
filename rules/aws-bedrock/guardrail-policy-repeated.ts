import { defineRule } from "caracal";
import { guardrail, principal } from "caracal/bedrock";
import { isBlocked } from "./is-blocked.ts";
import { toldFindings } from "./told-findings.ts";

export const guardrailPolicyRepeated = defineRule({
  id: "AWS.Bedrock.GuardrailPolicyRepeated",
  displayName: "One policy of a guardrail blocks a principal again and again",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0051", "AML.T0054"] },
  description:
    "The same policy of a guardrail (topics, words, sensitive information, content and so on) blocked six calls of a principal within an hour, however many went through. A filter that is too strict for a busy application does it too, so it is no more than a hint.",
  runbook:
    "1. See in the context which policy it is. 2. Read some of the prompts in the log's bucket. 3. Tune the policy if ordinary questions run into it; else see GuardrailBlocks.",
  detect: (event) => isBlocked(event) && guardrail(event).findings.some(({ action }) => action === "blocked"),
  dedup: (event) => {
    const first = guardrail(event).findings.find(({ action }) => action === "blocked");
    return `${principal(event).key} ${first?.policy ?? ""}`;
  },
  dedupPeriod: "1d",
  threshold: { count: 6, within: "1h" },
  title: (event) => `One policy of a guardrail blocks ${principal(event).key} again and again`,
  alertContext: toldFindings,
});
