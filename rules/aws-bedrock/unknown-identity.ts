import { defineRule, type EventOf } from "caracal";
import { model, principal } from "caracal/bedrock";

const reports = { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0001:T1078.004"] };

/** Who called what, and where. */
const caller = (event: EventOf<"AWS.BedrockModelInvocation">) => ({
  principal: principal(event).key,
  kind: principal(event).kind,
  session: principal(event).session,
  model: model(event).id,
  region: event.region,
});

export const unknownPrincipal = defineRule({
  id: "AWS.Bedrock.UnknownPrincipal",
  displayName: "A principal uses Bedrock for the first time",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports,
  description:
    "A user or role that was never seen in this account's Bedrock log made a call, after the account was watched for a week. A role is one principal whatever its sessions are called; people who sign in through IAM Identity Center are one principal each.",
  runbook:
    "1. Ask the owner of the account whether the principal is new on purpose: a deployment and a new colleague are the usual reasons. 2. A user named BedrockAPIKey-… is a long-term API key: find in CloudTrail who created it. 3. If nobody knows it, disable it and look at what it called, and with what prompts.",
  detect: (event) => principal(event).kind !== "unknown",
  firstSeen: {
    key: (event) => principal(event).key,
    scope: (event) => event.accountId,
    learn: "7d",
    forget: "90d",
  },
  dedup: (event) => `${event.accountId} ${principal(event).key}`,
  title: (event) => `First use of Bedrock in account ${event.accountId} by ${principal(event).key}`,
  alertContext: caller,
});

export const rootUser = defineRule({
  id: "AWS.Bedrock.RootUser",
  displayName: "The root user called Bedrock",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "HIGH",
  reports,
  description:
    "The account's root user called a model. Nobody should work as root, least of all an application.",
  runbook:
    "1. Find out who holds the root credentials and whether it was them. 2. If not: change the root password, remove its access keys, check its multi-factor device, and see in CloudTrail what else root did.",
  detect: (event) => principal(event).kind === "root",
  dedup: (event) => principal(event).key,
  dedupPeriod: "1d",
  title: (event) => `The root user of account ${principal(event).account} called ${model(event).id}`,
  alertContext: caller,
});

export const foreignIdentity = defineRule({
  id: "AWS.Bedrock.ForeignIdentity",
  displayName: "An identity of another account called Bedrock",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "HIGH",
  reports,
  description:
    "The caller belongs to another AWS account than the one whose log the call is in, and which pays for it.",
  runbook:
    "1. Look the caller's account up among your own and your partners'. 2. If it is known and meant, add an exception with an owner. 3. If not, find the resource policy or role trust that lets it in, and close it.",
  detect: (event) => {
    const { account } = principal(event);
    return account !== undefined && account !== event.accountId;
  },
  dedup: (event) => `${event.accountId} ${principal(event).key}`,
  dedupPeriod: "1d",
  title: (event) => `${principal(event).key} called Bedrock in account ${event.accountId}`,
  alertContext: (event) => ({
    principal: principal(event).key,
    kind: principal(event).kind,
    session: principal(event).session,
    calledIn: event.accountId,
    model: model(event).id,
  }),
});

export const missingIdentity = defineRule({
  id: "AWS.Bedrock.MissingIdentity",
  displayName: "Bedrock records do not say who called",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  description:
    "Records have no caller, or one that is no principal. Either the log is redacted on its way, or something else writes it: rules that group by principal cannot be relied on for these records.",
  runbook:
    "1. See whether all records of the account lack it, or some. 2. Look for what redacts or rewrites the log on its way here.",
  detect: (event) => principal(event).kind === "unknown",
  dedup: (event) => event.accountId,
  dedupPeriod: "1d",
  title: (event) => `Bedrock records of account ${event.accountId} do not say who called`,
  alertContext: (event) => ({ arn: event.identity?.arn, region: event.region, operation: event.operation }),
  summaryAttributes: ["operation", "modelId"],
});
