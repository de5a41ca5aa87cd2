import { defineRule } from "caracal";
import { guardrail, readings } from "caracal/bedrock";
import { weightOf } from "caracal/text";

export const attackAnswered = defineRule({
  id: "AWS.AttackAnswered",
  displayName: "A model answered what a guardrail should have stopped",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATLAS": ["AML.T0051", "AML.T0054"] },
  description:
    "A signal for correlations: a prompt with clear orders to leave a model's instructions or bounds was answered, or a guardrail found harmful content with high confidence and only told of it.",
  runbook: "1. Nothing is to be done. See the alerts of the correlations that use it.",
  detect: (event) => {
    if (event.errorCode !== undefined) return false;
    const { injections, jailbreaks } = readings(event).lastTurn;
    const isAttack = weightOf(injections) >= 3 || weightOf(jailbreaks) >= 3;
    const { action, findings } = guardrail(event);
    const isTold = findings.some((found) => found.action === "detected" && found.confidence === "HIGH");
    return (isAttack || isTold) && action !== "blocked" && action !== "intervened";
  },
});
