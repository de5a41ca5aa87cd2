import { defineCorrelation, step } from "caracal";
import { model, principal } from "caracal/bedrock";
import { account, caller } from "caracal/cloudtrail";
import { guardrailTampered } from "caracal/packs/aws-cloudtrail";
import { attackAnswered } from "./attack-answered.ts";

export const guardrailDeletedThenContent = defineCorrelation({
  id: "AWS.GuardrailDeletedThenContent",
  displayName: "A guardrail was removed, then what it stops was answered",
  severity: "HIGH",
  reports: {
    "MITRE ATLAS": ["AML.T0054", "AML.T0051"],
    "MITRE ATT&CK": ["TA0005:T1562.001"],
  },
  description:
    "A guardrail was deleted or changed to stop little, whoever did it, and within twelve hours a model in the same account and region answered an attack on its instructions, or harmful content that the guardrail only told of. A security team that tests on the day of a deployment is the usual false positive.",
  runbook:
    "1. Put the guardrail back. 2. See in the steps who removed it and who was answered: the same one, or two that belong together, is no chance. 3. Read prompt and answer in the log's bucket. 4. Disable the keys or revoke the sessions of both, and look for what else was answered since.",
  order: "sequence",
  within: "12h",
  dedupPeriod: "12h",
  steps: {
    removed: step(guardrailTampered, {
      by: (event) => [account(event), event.awsRegion],
      context: (event) => ({ removedBy: caller(event).key, action: event.eventName }),
    }),
    answered: step(attackAnswered, {
      by: (event) => [event.accountId, event.region ?? ""],
      context: (event) => ({ answered: principal(event).key, model: model(event).id.slice(0, 100) }),
    }),
  },
  title: ({ removed, answered }) =>
    `${answered.context.answered ?? ""} was answered after ${removed.context.removedBy ?? ""} removed a guardrail`,
  alertContext: ({ removed, answered }) => ({ ...removed.context, ...answered.context }),
});
