import { defineRule } from "caracal";
import { guardrail, principal } from "caracal/bedrock";
import { gravelyBlocked, isBlocked } from "./is-blocked.ts";
import { toldFindings } from "./told-findings.ts";

export const guardrailBlocks = defineRule({
  id: "AWS.Bedrock.GuardrailBlocks",
  displayName: "A guardrail keeps blocking one principal",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (_event, window) => (window.value >= 100 ? "HIGH" : "MEDIUM"),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0051", "AML.T0054", "AML.T0042"] },
  description:
    "Guardrails blocked four calls of a principal within an hour, and few went through: somebody tries what a guardrail lets pass. A block counts 10, 15 for an attack on the prompt or sure harmful content, and 5 where the record has no trace; a guarded call that went through takes 1 away, so that a filter that is wrong once in ten calls of a busy application stays silent. A new guardrail that is too strict is a known cause.",
  runbook:
    "1. See in the context which policies stepped in: one topic again and again is most often a filter that is too strict, several or PROMPT_ATTACK are not. 2. Read the prompts in the log's bucket. 3. Look for calls of the same principal that went through after the blocks. 4. Ask the principal's owner; if it is nobody's work, disable the key or revoke the sessions.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails.html",
  detect: (event) => guardrail(event).action !== undefined,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  threshold: {
    sum: (event) => {
      if (!isBlocked(event)) return -1;
      if (guardrail(event).findings.length === 0) return 5;
      return gravelyBlocked(event).length > 0 ? 15 : 10;
    },
    atLeast: 40,
    within: "1h",
  },
  title: (event) => `A guardrail keeps blocking ${principal(event).key}`,
  alertContext: (event, window) => ({
    ...toldFindings(event),
    guardedCalls: window.count,
    since: window.firstEventTime,
  }),
  summaryAttributes: ["modelId", "operation"],
});
