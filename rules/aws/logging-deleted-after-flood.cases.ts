import { defineCases, invocation, type Timeline } from "caracal/testing";
import { loggingDeletedAfterFlood } from "./logging-deleted-after-flood.ts";
import { byKey, byRole } from "./made-events.cases.ts";

const deleted = byKey("DeleteModelInvocationLoggingConfiguration");
const call = invocation({ operation: "ConverseStream" });
const burst = (time: Timeline) => time.every("1h", 60, call).every("1s", 41, call);

export const loggingDeletedAfterFloodCases = defineCases(loggingDeletedAfterFlood, {
  raises: {
    "logging deleted within six hours": {
      records: (time) => burst(time).expectNothing().at("+65h38s", deleted),
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
    "logging deleted six hours later": (time) => burst(time).at("+65h1m40s", deleted),
    "a deployment": (time) => burst(time).at("+60h", byRole("DeleteModelInvocationLoggingConfiguration")),
    "another account": (time) => burst(time).at("+60h", { ...deleted, recipientAccountId: "444455556666" }),
    "logging deleted without a burst": (time) => time.every("1m", 10, call).at("+1h", deleted),
  },
});
