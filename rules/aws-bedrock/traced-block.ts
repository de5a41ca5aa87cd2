import { defineRule } from "caracal";
import { guardrail } from "caracal/bedrock";
import { isBlocked } from "./is-blocked.ts";

export const tracedBlock = defineRule({
  id: "AWS.Bedrock.TracedBlock",
  displayName: "A guardrail with a trace blocked a call",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATLAS": ["AML.T0051"] },
  description:
    "A guardrail blocked a call whose caller asks for traces, so that calls without one had no guardrail. It is a signal for GuardrailEvasion.",
  runbook: "1. See what the principal called afterwards.",
  detect: (event) => isBlocked(event) && guardrail(event).findings.length > 0,
});
