import { defineCases, invocation, type Timeline } from "caracal/testing";
import { loggingDeletedAfterBurst } from "./logging-deleted-after-burst.ts";
import { byKey, byRole } from "./made-events.cases.ts";

const deleted = byKey("DeleteModelInvocationLoggingConfiguration");
const call = (inputTokenCount: number) =>
  invocation({ operation: "InvokeModel", input: { inputTokenCount } });
const burst = (time: Timeline) => time.every("1h", 60, call(1_000)).at("+59h30m", call(20_000_000));

export const loggingDeletedAfterBurstCases = defineCases(loggingDeletedAfterBurst, {
  raises: {
    "logging deleted within six hours": {
      records: (time) => burst(time).expectNothing().at("+65h29m59s", deleted),
      alert: {
        severity: "CRITICAL",
        title: "111122223333:user/dana touched Bedrock's logging after a burst of 111122223333:user/dana",
        dedup: "111122223333",
        context: {
          burstBy: "111122223333:user/dana",
          touchedBy: "111122223333:user/dana",
          action: "DeleteModelInvocationLoggingConfiguration",
          region: "eu-central-1",
        },
      },
    },
    "logging changed in another region": {
      records: (time) =>
        burst(time).at("+60h", byKey("PutModelInvocationLoggingConfiguration", { awsRegion: "us-east-1" })),
      alert: { context: { action: "PutModelInvocationLoggingConfiguration", region: "us-east-1" } },
    },
  },
  ignores: {
    "logging deleted six hours later": (time) => burst(time).at("+65h30m", deleted),
    "a deployment": (time) => burst(time).at("+60h", byRole("DeleteModelInvocationLoggingConfiguration")),
    "another account": (time) => burst(time).at("+60h", { ...deleted, recipientAccountId: "444455556666" }),
    "logging deleted without a burst": (time) => time.every("1m", 10, call(1_000)).at("+1h", deleted),
  },
});
