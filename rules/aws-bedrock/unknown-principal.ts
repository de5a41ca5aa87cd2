import { defineRule, isListedPrincipal } from "caracal";
import { caller, hasLongTermKey, principal } from "caracal/bedrock";

/** What deployments put behind a role's name: a version, or letters and digits by chance. */
const SUFFIX = /-(?:v\d{1,3}|(?=[A-Za-z]*\d)(?=[a-z0-9]*[A-Z])[A-Za-z0-9]{8,20})$/;

export const unknownPrincipal = defineRule({
  id: "AWS.Bedrock.UnknownPrincipal",
  displayName: "A principal uses Bedrock for the first time",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => {
    const { kind, account } = principal(event);
    if (hasLongTermKey(event) || account !== event.accountId) return "MEDIUM";
    return kind === "role" ? "MEDIUM" : "LOW";
  },
  defaultSeverity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0001:T1078.004"] },
  description:
    "A user or role that was never seen in this account's Bedrock log made a call, after the account was watched for five days. Loud are long-term keys, principals of other accounts, and roles; a person who signs in is quiet, since new colleagues are ordinary. A new application is the usual false positive: there are a few in a month. A role is one principal whatever its sessions are called, and whatever version or chance letters a deployment puts behind its name; people who sign in through IAM Identity Center are one principal each. Where the configuration lists the principals, UnlistedPrincipal watches instead.",
  runbook:
    "1. Ask the owner of the account whether the principal is new on purpose. 2. A user named BedrockAPIKey-… is a long-term API key: find in CloudTrail who created it. A session named i-… has the credentials of a machine: see in CloudTrail whether the calls came from its address. 3. If nobody knows it, disable it and look at what it called, and with what prompts.",
  detect: (event) => {
    const { kind, key } = principal(event);
    return kind !== "unknown" && kind !== "root" && isListedPrincipal(key) === undefined;
  },
  firstSeen: {
    key: (event) => principal(event).key.replace(SUFFIX, ""),
    scope: (event) => event.accountId,
    learn: "5d",
    forget: "90d",
  },
  dedup: (event) => `${event.accountId} ${principal(event).key}`,
  title: (event) => `First use of Bedrock in account ${event.accountId} by ${principal(event).key}`,
  alertContext: caller,
});
