import { defineCorrelation, step } from "caracal";
import { caller, modelName, principal } from "caracal/bedrock";
import { newModel } from "./new-model.ts";
import { unknownPrincipal } from "./unknown-principal.ts";

export const newcomerRoams = defineCorrelation({
  id: "AWS.Bedrock.NewcomerRoams",
  displayName: "A new principal goes through many models",
  severity: "MEDIUM",
  reports: {
    "MITRE ATLAS": ["AML.T0012", "AML.T0040"],
    "MITRE ATT&CK": ["TA0001:T1078.004", "TA0007:T1526"],
  },
  description:
    "A principal that was never seen before had answers of five kinds of model within a day. A new application knows its one or two models, and a coding agent its two or three. Somebody who compares models on their first day is a known cause.",
  runbook:
    "1. Ask the owner of the account whether the principal is new on purpose, and what for. 2. See which models it called, and with what prompts. 3. If nobody knows it, disable it, and find in CloudTrail who made it or handed it out.",
  order: "any",
  within: "1d",
  dedupPeriod: "1d",
  steps: {
    arrival: step(unknownPrincipal, { by: (event) => principal(event).key, context: caller }),
    models: step(newModel, {
      by: (event) => principal(event).key,
      distinct: { of: (event) => modelName(event).line, atLeast: 5 },
    }),
  },
  title: (steps, key) => `${key} is new, and used ${steps.models.distinct} kinds of model at once`,
  alertContext: (steps) => steps.arrival.context,
});
