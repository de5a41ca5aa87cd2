import { defineCases } from "caracal/testing";
import { DENIED, MAKERS, toBedrock } from "./made-requests.cases.ts";
import { standingGuardrailDeleted } from "./standing-guardrail-deleted.ts";

const whole = { requestParameters: { guardrailIdentifier: "gr7x2k" } };
const created = (guardrailId: string) =>
  toBedrock("CreateGuardrail", MAKERS.person, { responseElements: { guardrailId } });
const deleted = toBedrock("DeleteGuardrail", MAKERS.person, whole);

export const standingGuardrailDeletedCases = defineCases(standingGuardrailDeleted, {
  raises: {
    "a guardrail of which nobody knows when it was created": {
      records: deleted,
      alert: {
        severity: "MEDIUM",
        title:
          "111122223333:role/AWSReservedSSO_Platform_0123456789abcdef/kim@example.org deleted guardrail gr7x2k, which was not new",
        dedup: "111122223333 eu-central-1 gr7x2k",
        context: {
          principal: "111122223333:role/AWSReservedSSO_Platform_0123456789abcdef/kim@example.org",
          guardrail: "gr7x2k",
          region: "eu-central-1",
          sourceAddress: "192.0.2.10",
        },
      },
    },
    "one that was created a week before": {
      records: (time) => time.at("+0s", created("gr7x2k")).at("+7d", deleted),
    },
    "one beside another that is new": {
      records: (time) => time.at("+0s", created("other1")).at("+1h", deleted),
    },
    "one of that name in another region": {
      records: (time) => time.at("+0s", { ...created("gr7x2k"), awsRegion: "us-east-1" }).at("+1h", deleted),
    },
    "a long name, cut": {
      records: toBedrock("DeleteGuardrail", MAKERS.person, {
        requestParameters: { guardrailIdentifier: "g".repeat(300) },
      }),
      alert: { context: { guardrail: "g".repeat(100) } },
    },
    "from an address that nobody tells": {
      records: { ...deleted, sourceIPAddress: null },
      alert: { context: { sourceAddress: "" } },
    },
  },
  ignores: {
    "what was just tried out": (time) => time.at("+0s", created("gr7x2k")).at("+6d23h59m59s", deleted),
    "a deployment": toBedrock("DeleteGuardrail", MAKERS.machine, whole),
    "a user with a key, which the rule itself tells": toBedrock("DeleteGuardrail", MAKERS.key, whole),
    "one version": toBedrock("DeleteGuardrail", MAKERS.person, {
      requestParameters: { guardrailIdentifier: "gr7x2k", guardrailVersion: "2" },
    }),
    "somebody who may not": toBedrock("DeleteGuardrail", MAKERS.person, whole, { errorCode: "AccessDenied" }),
    "somebody who may not, and nobody knows what": toBedrock("DeleteGuardrail", MAKERS.person, DENIED),
    "a request that does not say which": toBedrock("DeleteGuardrail", MAKERS.person),
  },
});
