import { defineRule, type EventOf } from "caracal";
import { caller, errorClass, principal, stopReason, tokenLimit, tokens } from "caracal/bedrock";

/** Limits that models have, and that people set: an answer of just so many tokens was cut off. */
const LIMITS = new Set([
  2000, 2048, 4000, 4096, 5000, 5120, 8000, 8192, 10_000, 16_000, 16_384, 20_000, 32_000,
]);

const LONGER_LIMITS = new Set([32_768, 64_000, 65_536, 100_000, 128_000]);

/** Whether the answer is as long as it could get; without a body, by its length alone. */
function isCutOff(event: EventOf<"AWS.BedrockModelInvocation">, output: number): boolean {
  const { kind } = stopReason(event);
  if (kind !== undefined) return kind === "max-tokens";
  return output === tokenLimit(event) || LIMITS.has(output) || LONGER_LIMITS.has(output);
}

export const outputAtLimit = defineRule({
  id: "AWS.Bedrock.OutputAtLimit",
  displayName: "A principal's long answers run into the token limit",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0029", "AML.T0034.001"], "MITRE ATT&CK": ["TA0040:T1499.003"] },
  description:
    "Twenty answers within an hour were cut off at the token limit, each of a thousand tokens or more, and more than four times as many as is usual for the principal at that time of day. Prompts that keep a model writing waste money and hold up others. Summaries with small limits do not count. A writer of long reports with a limit that is too small is a known false positive, on its first day.",
  runbook:
    "1. See which model and which limit. 2. Look at some of the prompts in the log: do they ask for repetition without end? 3. Ask the principal's owner for a release or a job at that time. 4. If nobody knows of one, disable the key or revoke the role's sessions; else have the limit set to what the application needs.",
  detect: (event) => {
    const { output } = tokens(event);
    return output >= 1000 && errorClass(event) === undefined && isCutOff(event, output);
  },
  dedup: (event) => principal(event).key,
  dedupPeriod: "6h",
  threshold: { baseline: () => 1, factor: 4, floor: 20, warmUp: "1m", within: "1h" },
  title: (event, { count }) =>
    `${count} long answers cut off at the limit within an hour for ${principal(event).key}`,
  alertContext: (event, { count, usual, firstEventTime }) => ({
    ...caller(event),
    answers: count,
    usual,
    since: firstEventTime,
    lastAnswer: tokens(event).output,
  }),
  summaryAttributes: ["modelId", "operation"],
});
