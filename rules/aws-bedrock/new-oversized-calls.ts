import { defineCorrelation, step } from "caracal";
import { caller, principal, tokens } from "caracal/bedrock";
import { isOversized } from "./is-oversized.ts";
import { newSize } from "./new-size.ts";
import { oversizedCalls } from "./oversized-calls.ts";

export const newOversizedCalls = defineCorrelation({
  id: "AWS.Bedrock.NewOversizedCalls",
  displayName: "A principal begins to make oversized calls",
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0034", "AML.T0029"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal that made no oversized call for a month made five more within twelve hours of its first: 80,000 tokens or more, not counting what the prompt cache holds. Somebody who works through a pile of long documents for the first time is a known false positive.",
  runbook:
    "1. See how large the calls were and which model read them. 2. Ask the principal's owner for a job that reads long documents, or a program that forgets to cut its input. 3. If nobody knows of one, disable the key or revoke the role's sessions; if the bodies are in the bucket for large ones, see whether documents of the company left it this way.",
  order: "sequence",
  within: "12h",
  steps: {
    first: step(newSize, { by: (event) => (isOversized(event) ? principal(event).key : "") }),
    calls: step(oversizedCalls, {
      by: (event) => principal(event).key,
      atLeast: 5,
      context: (event) => ({ model: caller(event).model, tokens: tokens(event).total }),
    }),
  },
  title: (_, key) => `${key} begins to make oversized Bedrock calls`,
  alertContext: ({ calls }, key) => ({
    principal: key,
    calls: calls.count,
    since: calls.firstEventTime,
    lastCall: calls.context,
  }),
});
