import { defineRule, type EventOf, organization } from "caracal";
import { caller, principal } from "caracal/bedrock";
import { isSampled } from "./is-sampled.ts";

/** Whether the caller's account is neither the one that was called nor another of the company's. */
function isForeign(event: EventOf<"AWS.BedrockModelInvocation">): boolean {
  const { account } = principal(event);
  return account !== event.accountId && !organization().accounts.includes(account ?? "");
}

export const foreignIdentity = defineRule({
  id: "AWS.Bedrock.ForeignIdentity",
  displayName: "An identity of another account called Bedrock",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => (isForeign(event) ? "HIGH" : "INFO"),
  defaultSeverity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0001:T1078.004"] },
  description:
    "The caller belongs to another AWS account than the one whose log the call is in, and which pays for it. Each such identity is told once, unless it called on the day on which watching began. A platform team's or a partner's account is a known cause: the accounts that the configuration lists under organization are left alone.",
  runbook:
    "1. Look the caller's account up among your own and your partners'. 2. If it is your own, list it in the configuration; if it is a partner's and meant, add an exception with an owner. 3. If not, find the resource policy or role trust that lets it in, and close it.",
  // Of the company's own calls a tenth is enough to know that the account is watched.
  detect: (event) => principal(event).account !== undefined && (isForeign(event) || isSampled(event, 6)),
  firstSeen: {
    key: (event) => (isForeign(event) ? principal(event).key : "of the company"),
    scope: (event) => event.accountId,
    learn: "1d",
    forget: "30d",
  },
  dedup: (event) => `${event.accountId} ${principal(event).key}`,
  title: (event) => `${principal(event).key} called Bedrock in account ${event.accountId}`,
  alertContext: (event) => ({ ...caller(event), calledIn: event.accountId }),
});
