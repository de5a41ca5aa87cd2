import { defineCases, invocation, type Timeline } from "caracal/testing";
import { loggingDeletedAfterErrors } from "./logging-deleted-after-errors.ts";
import { byKey, byRole } from "./made-events.cases.ts";

const deleted = byKey("DeleteModelInvocationLoggingConfiguration");
const failed = invocation({
  errorCode: "AccessDeniedException",
  operation: "InvokeModel",
  input: null,
  output: null,
});
const burst = (time: Timeline) => time.every("1s", 20, failed);

export const loggingDeletedAfterErrorsCases = defineCases(loggingDeletedAfterErrors, {
  raises: {
    "logging deleted within six hours": {
      records: (time) => burst(time).expectNothing().at("+6h18s", deleted),
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
        burst(time).at("+1h", byKey("PutModelInvocationLoggingConfiguration", { awsRegion: "us-east-1" })),
      alert: { context: { action: "PutModelInvocationLoggingConfiguration", region: "us-east-1" } },
    },
  },
  ignores: {
    "logging deleted six hours later": (time) => burst(time).at("+6h19s", deleted),
    "a deployment": (time) => burst(time).at("+1h", byRole("DeleteModelInvocationLoggingConfiguration")),
    "another account": (time) => burst(time).at("+1h", { ...deleted, recipientAccountId: "444455556666" }),
    "logging deleted without a burst": (time) => time.every("1m", 10, failed).at("+1h", deleted),
  },
});
