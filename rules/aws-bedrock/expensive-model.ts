import { defineCorrelation, step } from "caracal";
import { costlyCall } from "./costly-call.ts";
import { costlyCaller } from "./costly-caller.ts";
import { newModel } from "./new-model.ts";

export const expensiveModel = defineCorrelation({
  id: "AWS.Bedrock.ExpensiveModel",
  displayName: "A principal calls an expensive model for the first time",
  severity: ({ first }) => (first.context.kind === "sso-user" ? "INFO" : "DEFAULT"),
  defaultSeverity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal got its first answer in two months from a model whose output costs 15 dollars a million tokens or more. Another version of a model that it knows is not new. People try models, and applications are moved to better ones, so that alone says little: ExpensiveModelBurst and CostlyModelBurst tell when it goes on.",
  runbook:
    "1. See whether the principal called anything before, and what. 2. An application's model changes with a release: ask its owner. 3. If nobody knows of it, look for errors of the same principal just before (somebody tried what it may call) and for more calls after.",
  order: "any",
  // Stryker disable next-line DurationLiteral: one match completes it
  within: "1h",
  steps: {
    first: step(newModel, { by: costlyCaller(15, Number.POSITIVE_INFINITY), context: costlyCall }),
  },
  title: ({ first }) => `First call of ${first.context.model} by ${first.context.principal}`,
  alertContext: ({ first }) => first.context,
});
