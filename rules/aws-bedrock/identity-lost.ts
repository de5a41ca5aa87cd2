import { defineRule, type EventOf } from "caracal";
import { caller, principal } from "caracal/bedrock";
import { isSampled } from "./is-sampled.ts";

const isNobody = (event: EventOf<"AWS.BedrockModelInvocation">) => principal(event).kind === "unknown";

export const identityLost = defineRule({
  id: "AWS.Bedrock.IdentityLost",
  displayName: "Bedrock records no longer say who called",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => (isNobody(event) ? "DEFAULT" : "INFO"),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATT&CK": ["TA0005:T1562"] },
  description:
    "An account whose records named their callers for five days has one that does not, or the other way round, which is only worth knowing. Whoever can write or rewrite the log hides behind such records, and rules that group by principal do not see them. A change of the pipeline that carries the log is a known cause.",
  runbook:
    "1. Find the call in CloudTrail by its request id: it names the caller. A call that is not there was never made, and something else writes this log. 2. See who changed the pipeline, the bucket's policy or the log group. 3. Have the records delivered again as AWS wrote them, and run the rules over those.",
  detect: (event) => isNobody(event) || isSampled(event, 6),
  firstSeen: {
    key: (event) => String(isNobody(event)),
    scope: (event) => event.accountId,
    learn: "5d",
    forget: "30d",
  },
  dedup: (event) => event.accountId,
  title: (event) =>
    `A Bedrock record of account ${event.accountId} ${isNobody(event) ? "does not say who called" : "says who called again"}`,
  alertContext: (event) => ({ ...caller(event), requestId: event.requestId }),
});
