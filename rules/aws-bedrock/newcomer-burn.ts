import { defineCorrelation, step } from "caracal";
import { principal } from "caracal/bedrock";
import { tokenAbuse } from "./token-abuse.ts";
import { unknownPrincipal } from "./unknown-principal.ts";

export const newcomerBurn = defineCorrelation({
  id: "AWS.Bedrock.NewcomerBurn",
  displayName: "A new principal burns Bedrock tokens",
  severity: "HIGH",
  reports: {
    "MITRE ATLAS": ["AML.T0034", "AML.T0012"],
    "MITRE ATT&CK": ["TA0040:T1496.004", "TA0001:T1078.004"],
  },
  description:
    "A principal that the account did not have before used two million tokens in an hour, within a day of its first call. It has no past that the use could be compared with: this is what holds for newcomers. A first day with a coding agent seldom comes so far, since what agents read from the prompt cache counts as a tenth.",
  runbook:
    "1. Find out who made the principal, and when: a new application or a load test has an owner who says so. 2. See which models it calls and whether the calls are spread over all hours. 3. If nobody knows it, disable it, find its source addresses in CloudTrail, and look for how its credentials came about.",
  order: "sequence",
  within: "1d",
  steps: {
    newcomer: step(unknownPrincipal, {
      by: (event) => principal(event).key,
      context: (event) => ({ account: event.accountId, kind: principal(event).kind }),
    }),
    burn: step(tokenAbuse, { on: "alert", by: (event) => principal(event).key }),
  },
  title: (_, key) => `${key} is new and used two million Bedrock tokens within an hour`,
  alertContext: ({ newcomer: { context }, burn }, key) => ({
    principal: key,
    ...context,
    at: burn.lastEventTime,
  }),
});
