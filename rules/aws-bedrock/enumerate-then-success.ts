import { defineCorrelation, step } from "caracal";
import { caller, model, principal } from "caracal/bedrock";
import { firstModelUse } from "./first-model-use.ts";
import { refusedCall } from "./refused-call.ts";

export const enumerateThenSuccess = defineCorrelation({
  id: "AWS.Bedrock.EnumerateThenSuccess",
  displayName: "A principal tried models until one let it in",
  severity: "HIGH",
  reports: {
    "MITRE ATLAS": ["AML.T0040", "AML.T0012"],
    "MITRE ATT&CK": ["TA0007:T1526", "TA0001:T1078.004"],
  },
  description:
    "Three models refused a principal, and within six hours one answered it that had not answered it for a month. That is how stolen access is put to use. A new application or colleague that is being set up is a known cause; a model that the principal uses anyway does not count.",
  runbook:
    "1. See in the steps when the refusals were, and in the context which model answered. 2. Find the calls in CloudTrail by their request ids for the source address, the user agent and the access key. 3. See what the model was used for since, and what that costs. 4. If the principal's owner does not know of it, disable the key or revoke the role's sessions.",
  order: "sequence",
  within: "6h",
  dedupPeriod: "6h",
  steps: {
    refused: step(refusedCall, {
      by: (event) => principal(event).key,
      distinct: { of: (event) => model(event).id, atLeast: 3 },
    }),
    success: step(firstModelUse, { by: (event) => principal(event).key, context: caller }),
  },
  title: (steps, key) => `${key} was refused by ${steps.refused.distinct} models, then one answered`,
  alertContext: (steps) => steps.success.context,
});
