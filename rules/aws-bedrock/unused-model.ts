import { defineRule } from "caracal";
import { isOwnFault, model } from "caracal/bedrock";
import { isSampled } from "./is-sampled.ts";

export const unusedModel = defineRule({
  id: "AWS.Bedrock.UnusedModel",
  displayName: "Somebody calls a model that nobody used",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATLAS": ["AML.T0040"] },
  description:
    "The first call of a model in an account for two months, whether it went well or not; of those that went well a third is looked at. It is a signal for SpreadModelEnumeration: alone it is an upgrade.",
  runbook: "1. See who called it, and whether it answered.",
  detect: (event) => isOwnFault(event) || isSampled(event, 20),
  firstSeen: {
    key: (event) => model(event).id,
    scope: (event) => event.accountId,
    learn: "3d",
    forget: "60d",
  },
});
