import { defineRule, type EventOf } from "caracal";
import { caller, principal } from "caracal/bedrock";
import { isSampled } from "./is-sampled.ts";

/** Whether the session is that of a machine: EC2 names it after the instance. */
const isInstance = (event: EventOf<"AWS.BedrockModelInvocation">) =>
  /^i-[0-9a-f]{8,17}$/i.test(principal(event).session ?? "");

export const instanceRoleSession = defineRule({
  id: "AWS.Bedrock.InstanceRoleSession",
  displayName: "A machine's credentials call Bedrock for the first time",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => (isInstance(event) ? "DEFAULT" : "INFO"),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0006:T1552.005", "TA0001:T1078.004"] },
  description:
    "A role that was known for five days, and none of whose sessions were those of a machine, has a session named after an EC2 instance, or the other way round, which is only worth knowing. Credentials read from an instance's metadata service look like this. An application that moves to EC2 is a known cause. A role that is new itself is told by UnknownPrincipal.",
  runbook:
    "1. Find the call in CloudTrail by its request id, and compare its source address with the instance's. 2. Look for requests to 169.254.169.254 in the logs of what runs on the instance. 3. If the address is not the instance's: revoke the role's sessions, require IMDSv2 on the instance, and look at what else the role did.",
  // A third of the other sessions is enough to know that the role is watched.
  detect: (event) => principal(event).kind === "role" && (isSampled(event, 20) || isInstance(event)),
  firstSeen: {
    key: (event) => String(isInstance(event)),
    scope: (event) => [event.accountId, principal(event).key],
    learn: "5d",
    forget: "90d",
  },
  dedup: (event) => `${event.accountId} ${principal(event).key}`,
  title: (event) =>
    `${principal(event).key} called Bedrock from ${isInstance(event) ? "a machine's" : "another kind of"} session, which it never did`,
  alertContext: caller,
});
