import { defineCases } from "caracal/testing";
import { guardrailDeleted } from "./guardrail-deleted.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const named = (guardrailIdentifier: string) => ({ requestParameters: { guardrailIdentifier } });
const whole = named("gr7x2k");
const version = { requestParameters: { guardrailIdentifier: "gr7x2k", guardrailVersion: "3" } };

export const guardrailDeletedCases = defineCases(guardrailDeleted, {
  raises: {
    "a user with a key": {
      records: toBedrock("DeleteGuardrail", MAKERS.key, whole),
      alert: {
        severity: "HIGH",
        title: "111122223333:user/dana deleted guardrail gr7x2k",
        dedup: "111122223333 111122223333:user/dana",
        context: { guardrail: "gr7x2k", action: "DeleteGuardrail", who: "key" },
        summary: { awsRegion: { "eu-central-1": 1 }, sourceIPAddress: { "192.0.2.10": 1 } },
      },
    },
    "by its ARN": {
      records: toBedrock(
        "DeleteGuardrail",
        MAKERS.key,
        named("arn:aws:bedrock:eu-central-1:111122223333:guardrail/gr7x2k"),
      ),
      alert: { context: { guardrail: "gr7x2k" } },
    },
    "a person, which is LOW": {
      records: toBedrock("DeleteGuardrail", MAKERS.person, whole),
      alert: { severity: "LOW" },
    },
    "a deployment, which is LOW": {
      records: toBedrock("DeleteGuardrail", MAKERS.machine, whole),
      alert: { severity: "LOW" },
    },
    "one version, by a user with a key": {
      records: toBedrock("DeleteGuardrail", MAKERS.key, version),
      alert: { severity: "MEDIUM", title: "111122223333:user/dana deleted a version of guardrail gr7x2k" },
    },
    "one version, by a person": {
      records: toBedrock("DeleteGuardrail", MAKERS.person, version),
      alert: { severity: "LOW" },
    },
    "one version, by a deployment, which is INFO": {
      records: toBedrock("DeleteGuardrail", MAKERS.machine, version),
      alert: { severity: "INFO" },
    },
    "a user who may not": {
      records: toBedrock("DeleteGuardrail", MAKERS.key, DENIED),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana tried in vain: deleted guardrail ",
        context: { guardrail: "", outcome: "denied" },
        summary: { errorCode: { AccessDeniedException: 1 } },
      },
    },
    "a name that is too long for an alert": {
      records: toBedrock("DeleteGuardrail", MAKERS.key, named("g".repeat(300))),
      alert: {
        title: `111122223333:user/dana deleted guardrail ${"g".repeat(100)}`,
        context: { guardrail: "g".repeat(100) },
      },
    },
  },
  ignores: {
    "a guardrail that is created": toBedrock("CreateGuardrail", MAKERS.key),
    "another service's action of that name": toIam("DeleteGuardrail", MAKERS.key, whole),
  },
});
