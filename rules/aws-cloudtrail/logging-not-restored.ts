import { defineCorrelation, type EventOf, step, without } from "caracal";
import { account, caller, outcome } from "caracal/cloudtrail";
import { loggingConfigured } from "./logging-configured.ts";
import { loggingDeleted } from "./logging-deleted.ts";

const place = (event: EventOf<"AWS.CloudTrail">) => [account(event), event.awsRegion];

export const loggingNotRestored = defineCorrelation({
  id: "AWS.CloudTrail.BedrockLoggingNotRestored",
  displayName: "Bedrock's invocation logging was deleted and not put back",
  severity: "HIGH",
  reports: { "MITRE ATT&CK": ["TA0005:T1562.008"] },
  description:
    "Model invocation logging was deleted in an account and region, whoever did it, and nobody put it back within ten minutes. A deployment that replaces the configuration does so within seconds. An account or region that is given up is the usual false positive.",
  runbook:
    "1. See who deleted it, and whether the region is given up. 2. If not, put the configuration back. 3. Calls meanwhile have left no record: look for spending and for the principal's other actions in CloudTrail.",
  order: "sequence",
  within: "1h",
  dedupPeriod: "1d",
  steps: {
    deleted: step(loggingDeleted, {
      by: (event) => (outcome(event) === "done" ? place(event) : ""),
      context: (event) => ({ principal: caller(event).key, region: event.awsRegion }),
    }),
    restored: without(loggingConfigured, { by: place, within: "10m" }),
  },
  title: ({ deleted }) => `Bedrock's invocation logging in ${deleted.context.region ?? ""} is gone`,
  alertContext: ({ deleted }) => ({ ...deleted.context, since: deleted.lastEventTime }),
});
