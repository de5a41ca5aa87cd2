import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";
import { isBlocked } from "./is-blocked.ts";
import { toldFindings } from "./told-findings.ts";

export const blockedCall = defineRule({
  id: "AWS.Bedrock.BlockedCall",
  displayName: "A guardrail blocked a call",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  reports: { "MITRE ATLAS": ["AML.T0051", "AML.T0054"] },
  description:
    "A guardrail withheld a prompt or an answer, in any operation, streams too. Once is everyday life: filters are wrong at times, and people try things. GuardrailBlocks tells when it is more.",
  runbook:
    "1. See in the context which policy stepped in. 2. Nothing is to be done about one; for many see the alerts of GuardrailBlocks.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails.html",
  detect: isBlocked,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1d",
  title: (event) => `A guardrail blocked a call of ${principal(event).key}`,
  alertContext: toldFindings,
  summaryAttributes: ["modelId", "operation"],
});
