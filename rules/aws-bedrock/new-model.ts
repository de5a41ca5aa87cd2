import { defineRule } from "caracal";
import { errorClass, modelName, principal } from "caracal/bedrock";

/**
 * A signal: a model that a principal did not call before. It looks at all models, since an account is learned by what the
 * rule looks at.
 */
export const newModel = defineRule({
  id: "AWS.Bedrock.NewModel",
  displayName: "A principal's first answer from a model, whichever its version",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATLAS": ["AML.T0040"] },
  description:
    "A principal got its first answer in two months from a model, after its account was watched for five days. Another version of a model that it knows is not new. It is a signal alone: the correlations that wait for it look at expensive models, and at those that make images and videos.",
  runbook: "1. See what the principal does with the model, and whether a correlation tells of it.",
  detect: (event) => errorClass(event) === undefined,
  firstSeen: {
    key: (event) => [principal(event).key, modelName(event).line],
    scope: (event) => event.accountId,
    learn: "5d",
    forget: "60d",
  },
});
