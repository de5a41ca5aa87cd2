import { defineRule } from "caracal";
import { errorClass } from "caracal/bedrock";

export const throttledCall = defineRule({
  id: "AWS.Bedrock.ThrottledCall",
  displayName: "A call is throttled",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATLAS": ["AML.T0029"] },
  description: "A call was throttled. It is a signal for ThrottledByOther: alone it is everyday life.",
  runbook: "1. See who used the model in the same minutes.",
  detect: (event) => errorClass(event) === "throttling",
});
