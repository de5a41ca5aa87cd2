import { defineCorrelation, step } from "caracal";
import { cost, modelName, principal } from "caracal/bedrock";
import { costlyCall } from "./costly-call.ts";
import { newModel } from "./new-model.ts";

export const expensiveModelSpread = defineCorrelation({
  id: "AWS.Bedrock.ExpensiveModelSpread",
  displayName: "Many principals take up an expensive model at once",
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "Four applications or long-term keys of one account, none of which ever called it, called the same expensive model within six hours. Stolen identities are used together so that none of them stands out. People who sign in do not count, since they hear of a new model on the same day. Applications that are moved to a model together are a known false positive.",
  runbook:
    "1. See which principals they are, and whether one release moved them all. 2. Look at what each of them called before, and find their source addresses in CloudTrail: one address for many principals is somebody who holds all their keys. 3. If nobody knows of it, disable the keys or revoke the roles' sessions.",
  order: "any",
  within: "6h",
  dedupPeriod: "1d",
  steps: {
    principals: step(newModel, {
      by: (event) => {
        if (principal(event).kind === "sso-user" || cost(event).outputPrice < 15) return "";
        return [event.accountId, modelName(event).line];
      },
      distinct: { of: (event) => principal(event).key, atLeast: 4 },
      context: costlyCall,
    }),
  },
  title: ({ principals }) => `${principals.distinct} principals take up ${principals.context.model} at once`,
  alertContext: ({ principals }) => ({
    principals: principals.distinct,
    since: principals.firstEventTime,
    last: principals.context,
  }),
});
