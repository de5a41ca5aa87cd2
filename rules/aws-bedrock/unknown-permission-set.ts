import { defineRule, isListedPrincipal } from "caracal";
import { caller, principal } from "caracal/bedrock";

export const unknownPermissionSet = defineRule({
  id: "AWS.Bedrock.UnknownPermissionSet",
  displayName: "A permission set uses Bedrock for the first time",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0001:T1078.004"] },
  description:
    "Somebody who signed in through IAM Identity Center called a model with a permission set that was never seen in this account's Bedrock log, after five days in which other people used theirs. A new colleague comes with a set that others have; a set of its own is a new team, or somebody with more rights than they need, or a stolen session. A set that was renamed or made anew is a known cause.",
  runbook:
    "1. Look the permission set up: is Bedrock what it is for? 2. Ask the person whether it was them. 3. If not, revoke their sessions in IAM Identity Center and see in CloudTrail what else they did; if so, and the set is for something else, take Bedrock out of it.",
  detect: (event) => {
    const { kind, key } = principal(event);
    return kind === "sso-user" && isListedPrincipal(key) === undefined;
  },
  firstSeen: {
    key: ({ identity }) => identity?.arn?.slice(0, identity.arn.lastIndexOf("/")) ?? "",
    scope: (event) => event.accountId,
    learn: "5d",
    forget: "90d",
  },
  dedup: (event) => `${event.accountId} ${principal(event).key}`,
  title: (event) => `${principal(event).name} called Bedrock with a permission set that nobody used before`,
  alertContext: caller,
});
