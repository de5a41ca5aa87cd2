import { defineRule } from "caracal";
import { hour } from "./hour.ts";

export const hourBegins = defineRule({
  id: "AWS.Bedrock.HourBegins",
  displayName: "The first record of an hour",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  description: "A signal for QuietHour: the first record of an account and region in an hour.",
  runbook: "1. Nothing is to be done. See the alerts of LoggingQuiet.",
  detect: () => true,
  firstSeen: { key: (event) => hour(event), learn: "1m", forget: "2h" },
});
