import { defineRule } from "caracal";
import { severityBy } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { guardrailId } from "./guardrail-id.ts";
import { guardrailStrength, isWeak } from "./guardrail-strength.ts";
import { isBedrock } from "./is-bedrock.ts";

const weakened = severityBy({ key: "HIGH", person: "MEDIUM", machine: "LOW" });
const changed = severityBy({ key: "MEDIUM", person: "INFO", machine: "INFO" });

export const guardrailWeakened = defineRule({
  id: "AWS.CloudTrail.BedrockGuardrailWeakened",
  displayName: "A Bedrock guardrail was changed, or changed to stop little",
  logTypes: ["AWS.CloudTrail"],
  severity: (event) => (isWeak(event) ? weakened(event) : changed(event)),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0054"], "MITRE ATT&CK": ["TA0005:T1562.001"] },
  description:
    "Somebody updated a guardrail, or tried to. An update is the whole guardrail from then on: one that has no policies, whose filters are mostly off or low, that lets attacks on prompts in, or that only tells, stops little. Ordinary updates by people and deployments are INFO. A guardrail made for one narrow purpose, edited by hand, is the usual false positive.",
  runbook:
    "1. Compare the guardrail with its source or its version before. 2. Put the policies back and see which applications called with it meanwhile. 3. If nobody knows of the change, look at what the principal called before and after, and disable the key or revoke the sessions.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_UpdateGuardrail.html",
  detect: (event) => isBedrock(event) && event.eventName === "UpdateGuardrail",
  dedup: byCaller,
  title: (event) =>
    did(event, `${isWeak(event) ? "weakened" : "changed"} guardrail ${guardrailId(event).slice(0, 100)}`),
  alertContext: (event) => {
    const { policies, strengths, silenced, letsAttacksIn } = guardrailStrength(event);
    return {
      ...changeContext(event),
      guardrail: guardrailId(event).slice(0, 100),
      isWeak: isWeak(event),
      policies,
      filters: strengths.length,
      silenced,
      letsAttacksIn,
    };
  },
  summaryAttributes: ["awsRegion", "errorCode", "sourceIPAddress"],
});
