import { defineRule } from "caracal";
import { caller, errorClass, model } from "caracal/bedrock";

export const throttleStorm = defineRule({
  id: "AWS.Bedrock.ThrottleStorm",
  displayName: "A Bedrock model is throttled for an account",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0029"], "MITRE ATT&CK": ["TA0040:T1499.003"] },
  description:
    "Thirty calls of one model were throttled within five minutes in an account: its quota is used up, and applications that need the model wait. A batch job, a load test and clients that try again at once are known causes; ThrottledByOther tells when one principal takes the quota from others.",
  runbook:
    "1. See in the summary who was throttled. 2. See who used the model most in the same minutes: that need not be the one that was throttled most. 3. If it is a job of your own, spread it, or ask for a higher quota. If nobody knows it, disable its key or revoke its sessions.",
  detect: (event) => errorClass(event) === "throttling",
  dedup: (event) => `${event.accountId} ${model(event).id}`,
  dedupPeriod: "6h",
  threshold: { count: 30, within: "5m" },
  title: (event, window) =>
    `${window.count} throttled calls of ${model(event).id.slice(0, 100)} in account ${event.accountId}`,
  alertContext: caller,
  summaryAttributes: ["identity.arn", "errorCode", "region"],
});
