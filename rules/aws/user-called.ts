import { defineRule } from "caracal";
import { errorClass, principal } from "caracal/bedrock";

export const userCalled = defineRule({
  id: "AWS.UserCalledBedrock",
  displayName: "An IAM user called a model",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  description:
    "A signal for correlations: an IAM user or the root user called a model, and it answered, or found the request wrong, which tells testers of keys as much.",
  runbook: "1. Nothing is to be done. See the alerts of the correlations that use it.",
  detect: (event) => {
    const { kind } = principal(event);
    if (kind !== "user" && kind !== "root") return false;
    const failure = errorClass(event);
    return failure === undefined || failure === "validation";
  },
});
