import { defineRule } from "caracal";
import { outcome, who } from "caracal/cloudtrail";
import { isBedrock } from "./is-bedrock.ts";

const ACTIONS = new Set([
  "DeleteModelInvocationLoggingConfiguration",
  "PutModelInvocationLoggingConfiguration",
]);

export const loggingTampered = defineRule({
  id: "AWS.CloudTrail.BedrockLoggingTampered",
  displayName: "A person or a key touched Bedrock's invocation logging",
  logTypes: ["AWS.CloudTrail"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATT&CK": ["TA0005:T1562.008"] },
  description:
    "A signal for correlations: model invocation logging was deleted or changed, and not by a deployment. BedrockLoggingDeleted and BedrockLoggingChanged tell of it by themselves.",
  runbook: "1. Nothing is to be done. See the alerts of the correlations that use it.",
  detect: (event) =>
    isBedrock(event) && ACTIONS.has(event.eventName) && outcome(event) === "done" && who(event) !== "machine",
});
