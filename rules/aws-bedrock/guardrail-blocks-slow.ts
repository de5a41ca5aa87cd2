import { defineRule } from "caracal";
import { guardrail, principal } from "caracal/bedrock";
import { isBlocked } from "./is-blocked.ts";
import { toldFindings } from "./told-findings.ts";

export const guardrailBlocksSlow = defineRule({
  id: "AWS.Bedrock.GuardrailBlocksSlow",
  displayName: "A guardrail blocks one principal all day",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0051", "AML.T0054", "AML.T0042"] },
  description:
    "Guardrails blocked six calls of a principal within a day, and few went through: somebody takes time between tries. A block counts 20, 10 where the record has no trace; a guarded call that went through takes 2 away. A new guardrail that is too strict is a known cause.",
  runbook:
    "1. See in the context which policies stepped in. 2. Read the day's blocked prompts of the principal in the log's bucket: variants of one text are somebody's tries. 3. Ask the principal's owner; if it is nobody's work, disable the key or revoke the sessions.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails.html",
  detect: (event) => guardrail(event).action !== undefined,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1d",
  threshold: {
    sum: (event) => {
      if (!isBlocked(event)) return -2;
      return guardrail(event).findings.length === 0 ? 10 : 20;
    },
    atLeast: 120,
    within: "1d",
  },
  title: (event) => `A guardrail blocks ${principal(event).key} all day`,
  alertContext: (event, window) => ({
    ...toldFindings(event),
    guardedCalls: window.count,
    since: window.firstEventTime,
  }),
  summaryAttributes: ["modelId", "operation"],
});
