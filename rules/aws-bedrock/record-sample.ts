import { defineRule } from "caracal";
import { isSampled } from "./is-sampled.ts";

export const recordSample = defineRule({
  id: "AWS.Bedrock.RecordSample",
  displayName: "A record came",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  description: "A signal for LoggingQuiet: a third of all records, to tell where some come.",
  runbook: "1. Nothing is to be done. See the alerts of LoggingQuiet.",
  detect: (event) => isSampled(event, 20),
});
