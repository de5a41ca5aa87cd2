import { defineRule } from "caracal";
import { outcome } from "caracal/cloudtrail";
import { isWeak } from "./guardrail-strength.ts";
import { isBedrock } from "./is-bedrock.ts";
import { isOneVersion } from "./is-one-version.ts";

export const guardrailTampered = defineRule({
  id: "AWS.CloudTrail.BedrockGuardrailTampered",
  displayName: "A Bedrock guardrail is gone or stops little",
  logTypes: ["AWS.CloudTrail"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATLAS": ["AML.T0054"], "MITRE ATT&CK": ["TA0005:T1562.001"] },
  description:
    "A signal for correlations: a guardrail was deleted, or changed to stop little, whoever did it. BedrockGuardrailDeleted and BedrockGuardrailWeakened tell of it by themselves.",
  runbook: "1. Nothing is to be done. See the alerts of the correlations that use it.",
  detect: (event) => {
    if (!isBedrock(event) || outcome(event) !== "done") return false;
    if (event.eventName === "DeleteGuardrail") return !isOneVersion(event);
    return event.eventName === "UpdateGuardrail" && isWeak(event);
  },
});
