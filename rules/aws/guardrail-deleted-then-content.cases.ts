import { defineCases, invocation } from "caracal/testing";
import { guardrailDeletedThenContent } from "./guardrail-deleted-then-content.ts";
import { ATTACK, asked, byKey, byRole } from "./made-events.cases.ts";

const which = { requestParameters: { guardrailIdentifier: "gr7x2k" } };
const deleted = byKey("DeleteGuardrail", which);
const answered = asked(ATTACK, { modelId: "m".repeat(300) });

export const guardrailDeletedThenContentCases = defineCases(guardrailDeletedThenContent, {
  raises: {
    "deleted by a key, answered within twelve hours": {
      records: (time) => time.at("+0s", deleted).expectNothing().at("+11h59m59s", answered),
      alert: {
        severity: "HIGH",
        title: "111122223333:user/dana was answered after 111122223333:user/dana removed a guardrail",
        dedup: "111122223333 eu-central-1",
        context: {
          removedBy: "111122223333:user/dana",
          action: "DeleteGuardrail",
          answered: "111122223333:user/dana",
          model: "m".repeat(100),
        },
      },
    },
    "weakened by a role, answered to another": {
      records: (time) => time.at("+0s", byRole("UpdateGuardrail", which)).at("+1h", answered),
      alert: { context: { removedBy: "111122223333:role/claims-summary", action: "UpdateGuardrail" } },
    },
    "where nobody tells the region of either": {
      records: (time) =>
        time.at("+0s", { ...deleted, awsRegion: "" }).at("+1h", { ...answered, region: null }),
    },
    "once in twelve hours": {
      records: (time) =>
        time
          .at("+0s", deleted)
          .at("+1m", answered)
          .expectAlert()
          .at("+11h", deleted)
          .at("+12h", answered)
          .expectUpdate()
          .at("+13h", deleted)
          .at("+14h", answered),
    },
  },
  ignores: {
    "an answer twelve hours later": (time) => time.at("+0s", deleted).at("+12h", answered),
    "an answer in another region": (time) =>
      time.at("+0s", deleted).at("+1h", { ...answered, region: "us-east-1" }),
    "an answer in another account": (time) =>
      time.at("+0s", deleted).at("+1h", { ...answered, accountId: "444455556666" }),
    "an answer before": (time) => time.at("+0s", answered).at("+1h", deleted),
    "ordinary calls": (time) =>
      time.at("+0s", deleted).every("1m", 60, invocation({ operation: "InvokeModel" })),
  },
});
