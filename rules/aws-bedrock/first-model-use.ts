import { defineRule } from "caracal";
import { errorClass, model, principal } from "caracal/bedrock";

export const firstModelUse = defineRule({
  id: "AWS.Bedrock.FirstModelUse",
  displayName: "A principal's first success with a model",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATLAS": ["AML.T0040"] },
  description:
    "A model answered a principal that had no answer of it for a month. It is a signal for correlations: alone it is an upgrade or somebody who tries a model out.",
  runbook: "1. See what the principal tried before, and what it does with the model.",
  detect: (event) => errorClass(event) === undefined,
  firstSeen: {
    key: (event) => [principal(event).key, model(event).id],
    scope: (event) => event.accountId,
    learn: "1m",
    forget: "30d",
  },
});
