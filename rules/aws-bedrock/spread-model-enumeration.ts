import { defineCorrelation, step } from "caracal";
import { caller, isOwnFault, model } from "caracal/bedrock";
import { unusedModel } from "./unused-model.ts";

export const spreadModelEnumeration = defineCorrelation({
  id: "AWS.Bedrock.SpreadModelEnumeration",
  displayName: "Models that nobody uses are tried out in an account",
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0040"], "MITRE ATT&CK": ["TA0007:T1526", "TA0007:T1580"] },
  description:
    "Four models that nobody in the account used for two months were called within a day, and refused, whoever called: an enumeration that is spread over several principals or many hours. Models that are in use do not count, so that a policy that shuts all applications out at once is none. A round of upgrades before access is there is a known cause.",
  runbook:
    "1. See in the steps which principals called, and when. 2. Find the calls in CloudTrail by their request ids: the same source address for several principals is one hand with many keys. 3. Disable the keys and revoke the sessions that nobody answers for, and look for models that answered them.",
  order: "any",
  within: "1d",
  dedupPeriod: "1d",
  steps: {
    refused: step(unusedModel, {
      by: (event) => (isOwnFault(event) ? event.accountId : ""),
      distinct: { of: (event) => model(event).id, atLeast: 4 },
      context: caller,
    }),
  },
  title: (steps, key) => `${steps.refused.distinct} models that nobody uses were tried out in account ${key}`,
  alertContext: (steps) => steps.refused.context,
});
