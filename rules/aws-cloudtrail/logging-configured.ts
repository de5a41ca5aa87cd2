import { defineRule } from "caracal";
import { outcome } from "caracal/cloudtrail";
import { isBedrock } from "./is-bedrock.ts";

export const loggingConfigured = defineRule({
  id: "AWS.CloudTrail.BedrockLoggingConfigured",
  displayName: "Bedrock's invocation logging was configured",
  logTypes: ["AWS.CloudTrail"],
  severity: "INFO",
  createAlert: false,
  description:
    "A signal for correlations: model invocation logging was set up or changed. By itself it says nothing bad.",
  runbook: "1. Nothing is to be done. See the alerts of the correlations that use it.",
  detect: (event) =>
    isBedrock(event) &&
    event.eventName === "PutModelInvocationLoggingConfiguration" &&
    outcome(event) === "done",
});
