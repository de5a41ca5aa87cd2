import { defineRule } from "caracal";
import { answer, caller, principal, stopReason } from "caracal/bedrock";
import { isRefusal } from "caracal/text";
import { isSampled } from "./is-sampled.ts";
import { refused } from "./refused.ts";

export const refusalBurst = defineRule({
  id: "AWS.Bedrock.RefusalBurst",
  displayName: "A model refuses one principal again and again",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0054", "AML.T0042"] },
  description:
    "A model refused four calls of a principal within an hour, and answered few: somebody asks for what it will not give, or tries ways around it. A refusal is a stop reason or a beginning such as I cannot help with that, in several languages; that a file or a tool is missing is none. A call that was answered takes a tenth of a refusal away, so that a busy application stays silent; a third of those calls stand for all. Tests of a model's limits are a known cause.",
  runbook:
    "1. Read in the log's bucket what was asked: variants of one wish are somebody's tries. 2. See whether one of them was answered. 3. Find out who asked; if nobody knows the principal's calls, disable the key or revoke the sessions.",
  detect: (event) =>
    event.errorCode === undefined && (refused(event) || (isSampled(event, 20) && answer(event).text !== "")),
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  threshold: { sum: (event) => (refused(event) ? 10 : -3), atLeast: 40, within: "1h" },
  title: (event) => `A model refuses ${principal(event).key} again and again`,
  alertContext: (event, window) => ({
    ...caller(event),
    lastStop: stopReason(event).kind,
    lastBeginsWithRefusal: isRefusal(answer(event).text),
    calls: window.count,
    since: window.firstEventTime,
  }),
  summaryAttributes: ["modelId", "operation"],
});
