import { defineRule } from "caracal";
import { caller, errorClass, principal, tokens } from "caracal/bedrock";
import { isOversized } from "./is-oversized.ts";

export const oversizedCalls = defineRule({
  id: "AWS.Bedrock.OversizedCalls",
  displayName: "Oversized calls of one principal pile up",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0034", "AML.T0029"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal made eight calls of 80,000 tokens or more within an hour, not counting what the prompt cache holds, and more than four times as many as is usual for it at that time of day. A job that reads long documents is a known false positive when it runs at another time than it did.",
  runbook:
    "1. See how large the calls were and which model read them. 2. Ask the principal's owner for a job that reads long documents, or a program that forgets to cut its input. 3. If nobody knows of one, disable the key or revoke the role's sessions; if the bodies are in the bucket for large ones, see whether documents of the company left it this way.",
  detect: (event) => isOversized(event) && errorClass(event) === undefined,
  dedup: (event) => principal(event).key,
  dedupPeriod: "6h",
  threshold: { baseline: () => 1, factor: 4, floor: 8, warmUp: "2d", within: "1h" },
  title: (event, { count }) => `${count} oversized Bedrock calls within an hour by ${principal(event).key}`,
  alertContext: (event, { count, usual, firstEventTime }) => ({
    ...caller(event),
    calls: count,
    usual,
    since: firstEventTime,
    lastCall: { ...tokens(event) },
  }),
  summaryAttributes: ["modelId", "operation"],
});
