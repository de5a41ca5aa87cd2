import { defineCorrelation, step } from "caracal";
import { costlyCall } from "./costly-call.ts";
import { costlyCaller } from "./costly-caller.ts";
import { newModel } from "./new-model.ts";
import { requestFlood } from "./request-flood.ts";

/** Of models whose output costs from 15 to 25 dollars a million tokens. */
const by = costlyCaller(15, 25);

export const costlyModelBurst = defineCorrelation({
  id: "AWS.Bedrock.CostlyModelBurst",
  displayName: "A principal takes up an expensive model and calls it all the time",
  severity: ({ first }) => (first.context.kind === "sso-user" ? "LOW" : "DEFAULT"),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal that never called it made a hundred calls in six hours of a model whose output costs from 15 dollars to 25 a million tokens, such as Claude Sonnet. For people who sign in it is LOW, since coding agents use such models. A new application, or one that is moved to such a model, is a known false positive, once.",
  runbook:
    "1. See whether the principal is an application, whose model changes with a release, or a person who tries a model: ask. 2. Compare with what it called before, and look for errors just before: somebody who tried what it may call. 3. If nobody knows of it, disable the key or revoke the role's sessions, take the model's access away where it is not needed, and find the source addresses in CloudTrail.",
  order: "sequence",
  within: "6h",
  steps: {
    first: step(newModel, { by, context: costlyCall }),
    calls: step(requestFlood, { by, atLeast: 100 }),
  },
  title: ({ first }) => `${first.context.principal} took up ${first.context.model}, a hundred calls of it`,
  alertContext: ({ first, calls }) => ({
    ...first.context,
    calls: calls.count,
    since: first.firstEventTime,
  }),
});
