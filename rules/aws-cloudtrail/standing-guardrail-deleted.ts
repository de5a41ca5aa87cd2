import { defineCorrelation, step, without } from "caracal";
import { caller, outcome, who } from "caracal/cloudtrail";
import { byGuardrail } from "./by-guardrail.ts";
import { guardrailCreated } from "./guardrail-created.ts";
import { guardrailDeleted } from "./guardrail-deleted.ts";
import { guardrailId } from "./guardrail-id.ts";
import { isOneVersion } from "./is-one-version.ts";

export const standingGuardrailDeleted = defineCorrelation({
  id: "AWS.CloudTrail.BedrockStandingGuardrailDeleted",
  displayName: "A person deleted a Bedrock guardrail that was not new",
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0054"], "MITRE ATT&CK": ["TA0005:T1562.001"] },
  description:
    "A person deleted a guardrail that was not created within the week before, so it was not something just tried out: applications may rely on it. Clearing away by hand what is no longer used is the usual false positive.",
  runbook:
    "1. Ask the person, by another way than the account that was used. 2. See which applications call with the guardrail; make it again from its source if it was in use. 3. If the person does not know of it, revoke the sessions and look at what was called without the guardrail.",
  order: "sequence",
  within: "1h",
  steps: {
    created: without(guardrailCreated, { by: byGuardrail, within: "7d" }),
    deleted: step(guardrailDeleted, {
      by: (event) =>
        outcome(event) === "done" && !isOneVersion(event) && who(event) === "person"
          ? byGuardrail(event)
          : "",
      context: (event) => ({
        principal: caller(event).key,
        guardrail: guardrailId(event).slice(0, 100),
        region: event.awsRegion,
        sourceAddress: event.sourceIPAddress ?? "",
      }),
    }),
  },
  title: ({ deleted }) =>
    `${deleted.context.principal ?? ""} deleted guardrail ${deleted.context.guardrail ?? ""}, which was not new`,
  alertContext: ({ deleted }) => deleted.context,
});
