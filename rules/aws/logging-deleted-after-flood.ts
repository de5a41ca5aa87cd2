import { defineCorrelation, step } from "caracal";
import { principal } from "caracal/bedrock";
import { account, caller } from "caracal/cloudtrail";
import { requestFlood } from "caracal/packs/aws-bedrock";
import { loggingTampered } from "caracal/packs/aws-cloudtrail";

export const loggingDeletedAfterFlood = defineCorrelation({
  id: "AWS.LoggingDeletedAfterFlood",
  displayName: "A principal flooded Bedrock with calls, then its logging was touched",
  severity: "CRITICAL",
  reports: {
    "MITRE ATLAS": ["AML.T0034", "AML.T0029"],
    "MITRE ATT&CK": ["TA0005:T1562.008", "TA0040:T1496.004"],
  },
  description:
    "A principal called models far more often than it usually does, and within six hours a person or a key deleted or changed the account's model invocation logging: somebody who uses up what is not theirs does not want to be seen. Deployments do not count. Somebody who turns logging off because of the bill for a load test is the usual false positive.",
  runbook:
    "1. Put the logging back. 2. Disable the keys and revoke the sessions of both: who made the calls and who touched the logging. 3. See the bill and CloudWatch's metrics for what was called meanwhile. 4. Look in CloudTrail for what else the two did, and for keys that they made.",
  order: "sequence",
  within: "6h",
  dedupPeriod: "6h",
  steps: {
    burst: step(requestFlood, {
      by: (event) => event.accountId,
      on: "alert",
      context: (event) => ({ burstBy: principal(event).key }),
    }),
    tampered: step(loggingTampered, {
      by: account,
      context: (event) => ({
        touchedBy: caller(event).key,
        action: event.eventName,
        region: event.awsRegion,
      }),
    }),
  },
  title: ({ burst, tampered }) =>
    `${tampered.context.touchedBy ?? ""} touched Bedrock's logging after a burst of ${burst.context.burstBy ?? ""}`,
  alertContext: ({ burst, tampered }) => ({ ...burst.context, ...tampered.context }),
});
