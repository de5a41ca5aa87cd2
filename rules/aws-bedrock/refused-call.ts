import { defineRule } from "caracal";
import { isProbe } from "./is-probe.ts";

export const refusedCall = defineRule({
  id: "AWS.Bedrock.RefusedCall",
  displayName: "A model refuses a call",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATLAS": ["AML.T0040"] },
  description:
    "A call was refused: access denied, not found or invalid. It is a signal for EnumerateThenSuccess: alone it is everyday life.",
  runbook: "1. See what the principal tried before and after.",
  detect: isProbe,
});
