import { defineCases } from "caracal/testing";
import { loggingDeleted } from "./logging-deleted.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const DELETE = "DeleteModelInvocationLoggingConfiguration";

export const loggingDeletedCases = defineCases(loggingDeleted, {
  raises: {
    "a user with a key": {
      records: toBedrock(DELETE, MAKERS.key, { requestID: "7d1f" }),
      alert: {
        severity: "HIGH",
        title: "111122223333:user/dana deleted Bedrock's invocation logging in eu-central-1",
        dedup: "111122223333 111122223333:user/dana",
        context: {
          principal: "111122223333:user/dana",
          who: "key",
          credentials: "long-term",
          action: DELETE,
          outcome: "done",
          account: "111122223333",
          region: "eu-central-1",
          sourceAddress: "192.0.2.10",
          requestId: "7d1f",
        },
        summary: { awsRegion: { "eu-central-1": 1 }, sourceIPAddress: { "192.0.2.10": 1 } },
      },
    },
    "the root user": { records: toBedrock(DELETE, MAKERS.root), alert: { severity: "HIGH" } },
    "a person": {
      records: toBedrock(DELETE, MAKERS.person),
      alert: { severity: "HIGH", context: { who: "person", session: "kim@example.org" } },
    },
    "a person whose role any identity provider gave": {
      records: toBedrock(DELETE, MAKERS.mailed),
      alert: { severity: "HIGH", context: { who: "person" } },
    },
    "a user in the console": {
      records: toBedrock(DELETE, MAKERS.console),
      alert: { severity: "HIGH", context: { who: "person", credentials: "console" } },
    },
    "a role in the console": {
      records: toBedrock(DELETE, MAKERS.consoleRole),
      alert: { severity: "HIGH", context: { who: "person" } },
    },
    "a role with a Bedrock API key": {
      records: toBedrock(DELETE, MAKERS.bearer),
      alert: { severity: "HIGH", context: { who: "key", credentials: "api-key" } },
    },
    "a deployment, which is LOW": {
      records: toBedrock(DELETE, MAKERS.machine),
      alert: { severity: "LOW", context: { who: "machine", credentials: "temporary" } },
    },
    "a person's stack, which is LOW": {
      records: toBedrock(DELETE, MAKERS.stack),
      alert: { severity: "LOW", context: { who: "machine", via: "cloudformation.amazonaws.com" } },
    },
    "a user who may not, one level less": {
      records: toBedrock(DELETE, MAKERS.key, DENIED),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana tried in vain: deleted Bedrock's invocation logging in eu-central-1",
        context: { outcome: "denied", errorCode: "AccessDeniedException" },
        summary: { errorCode: { AccessDeniedException: 1 } },
      },
    },
    "a deployment that may not": {
      records: toBedrock(DELETE, MAKERS.machine, DENIED),
      alert: { severity: "INFO" },
    },
  },
  ignores: {
    "a configuration that is put": toBedrock("PutModelInvocationLoggingConfiguration", MAKERS.key),
    "another service's action of that name": toIam(DELETE, MAKERS.key),
  },
});
