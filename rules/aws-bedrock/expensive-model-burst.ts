import { defineCorrelation, step } from "caracal";
import { costlyCall } from "./costly-call.ts";
import { costlyCaller } from "./costly-caller.ts";
import { newModel } from "./new-model.ts";
import { requestFlood } from "./request-flood.ts";

/** Of models whose output costs 25 and more dollars a million tokens. */
const by = costlyCaller(25, Number.POSITIVE_INFINITY);

export const expensiveModelBurst = defineCorrelation({
  id: "AWS.Bedrock.ExpensiveModelBurst",
  displayName: "A principal takes up one of the most expensive models",
  severity: ({ first }) => (first.context.kind === "sso-user" ? "MEDIUM" : "DEFAULT"),
  defaultSeverity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal that never called it made ten calls in six hours of a model whose output costs 25 dollars a million tokens or more, such as Claude Opus. Who resells access takes the dearest model there is. For people who sign in it is MEDIUM, since they try models. An application that is moved to such a model is a known false positive, once.",
  runbook:
    "1. See whether the principal is an application, whose model changes with a release, or a person who tries a model: ask. 2. Compare with what it called before, and look for errors just before: somebody who tried what it may call. 3. If nobody knows of it, disable the key or revoke the role's sessions, take the model's access away where it is not needed, and find the source addresses in CloudTrail.",
  order: "sequence",
  within: "6h",
  steps: {
    first: step(newModel, { by, context: costlyCall }),
    calls: step(requestFlood, { by, atLeast: 10 }),
  },
  title: ({ first }) => `${first.context.principal} took up ${first.context.model}`,
  alertContext: ({ first, calls }) => ({
    ...first.context,
    calls: calls.count,
    since: first.firstEventTime,
  }),
});
