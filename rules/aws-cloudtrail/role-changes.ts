import { defineRule, type EventOf } from "caracal";
import { account, caller, outcome, who } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { isSensitiveChange } from "./sensitive-changes.ts";

/** Whether software changes what Bedrock is guarded by, and gets its way. */
const isRoleChange = (event: EventOf<"AWS.CloudTrail">) =>
  isSensitiveChange(event) &&
  outcome(event) === "done" &&
  who(event) === "machine" &&
  caller(event).kind === "role";

export const roleChanges = defineRule({
  id: "AWS.CloudTrail.BedrockRoleChanges",
  displayName: "A role changes Bedrock's configuration for the first time",
  logTypes: ["AWS.CloudTrail"],
  severity: (event) => (isRoleChange(event) ? "MEDIUM" : "INFO"),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0001:T1078.004", "TA0005:T1562"] },
  description:
    "A role of software changed how Amazon Bedrock is guarded, watched, paid for or reached, and has not done so within half a year, in an account that was watched for a week. Deployments change it again and again; the role of an application that does so once is stolen, or its permissions are too wide. A new deployment is the usual false positive.",
  runbook:
    "1. See whether the role is one that deploys, and whether the change comes from a reviewed source. 2. If it is an application's, revoke its sessions, undo the change, find out how its credentials got away, and take the permission from it.",
  // Every event counts as watching the account, as the changes alone are too rare to learn from.
  detect: (event) => event.recipientAccountId !== undefined,
  firstSeen: {
    key: (event) => (isRoleChange(event) ? caller(event).key : ""),
    scope: account,
    learn: "7d",
    forget: "180d",
  },
  dedup: byCaller,
  title: (event) =>
    isRoleChange(event)
      ? did(event, `changed Bedrock's configuration for the first time: ${event.eventName}`)
      : `The trail of account ${account(event)} was silent for half a year`,
  alertContext: changeContext,
});
