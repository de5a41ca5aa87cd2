import { defineRule } from "caracal";
import { outcome } from "caracal/cloudtrail";
import { isBedrock } from "./is-bedrock.ts";

export const guardrailCreated = defineRule({
  id: "AWS.CloudTrail.BedrockGuardrailCreated",
  displayName: "A Bedrock guardrail was created",
  logTypes: ["AWS.CloudTrail"],
  severity: "INFO",
  createAlert: false,
  description: "A signal for correlations: a guardrail was created. By itself it says nothing bad.",
  runbook: "1. Nothing is to be done. See the alerts of the correlations that use it.",
  detect: (event) => isBedrock(event) && event.eventName === "CreateGuardrail" && outcome(event) === "done",
});
