import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";
import { isAnswered, isUnguarded } from "./is-answered.ts";

export const unguardedAgain = defineRule({
  id: "AWS.Bedrock.UnguardedAgain",
  displayName: "A principal calls with or without a guardrail as it has not for hours",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATLAS": ["AML.T0107"] },
  description:
    "The first call of a principal with a guardrail, or the first without one, for six hours. It is a signal for GuardrailEvasion, which looks only at those without.",
  runbook: "1. See what the principal called before.",
  detect: isAnswered,
  firstSeen: {
    key: (event) => [principal(event).key, isUnguarded(event) ? "unguarded" : "guarded"],
    learn: "1h",
    forget: "6h",
  },
});
