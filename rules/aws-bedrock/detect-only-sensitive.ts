import { defineRule } from "caracal";
import { guardrail, principal } from "caracal/bedrock";
import { toldFindings } from "./told-findings.ts";

export const detectOnlySensitive = defineRule({
  id: "AWS.Bedrock.DetectOnlySensitive",
  displayName: "A guardrail saw sensitive information and let it through",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0057"] },
  description:
    "A guardrail that only detects found sensitive information in fifteen calls of a principal within an hour, and in more than five times as many as is usual for it at that time of day. Somebody has people's data told record by record, and the guardrail looks on. An application that handles customers' data is told of when it begins to, once.",
  runbook:
    "1. See in the context which kinds it is, and on which side. 2. Ask the application's owner whether it should send them to a model. 3. If not, set the guardrail to mask or block them.",
  detect: (event) =>
    guardrail(event).findings.some(
      ({ action, policy }) => action === "detected" && policy === "sensitive-information",
    ),
  dedup: (event) => principal(event).key,
  dedupPeriod: "1d",
  threshold: { baseline: () => 1, factor: 5, floor: 15, warmUp: "1m", within: "1h" },
  title: (event) => `A guardrail saw sensitive information of ${principal(event).key} and let it through`,
  alertContext: toldFindings,
});
