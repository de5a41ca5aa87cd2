import { defineCorrelation, step } from "caracal";
import { caller, principal, tokens } from "caracal/bedrock";
import { isOversized } from "./is-oversized.ts";
import { newSize } from "./new-size.ts";

export const oversizedCall = defineCorrelation({
  id: "AWS.Bedrock.OversizedCall",
  displayName: "A principal's first oversized call",
  severity: ({ first }) => (first.context.total >= 500_000 ? "MEDIUM" : "DEFAULT"),
  defaultSeverity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0034.001", "AML.T0029"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal that did not do so for a month made a call of 80,000 tokens or more, not counting what the prompt cache holds. People who hand over a long document do that, so it is LOW; half a million tokens in one call are MEDIUM. Somebody may waste money, or have whole documents leave the company.",
  runbook:
    "1. See how large the call was, which model read it, and whether its body was too large for the log. 2. Ask the principal's owner what was in it: a long document, or a program that forgets to cut its input. 3. Look for more such calls: OversizedCalls and NewOversizedCalls tell of those.",
  order: "any",
  // Stryker disable next-line DurationLiteral: one match completes it
  within: "1h",
  steps: {
    first: step(newSize, {
      by: (event) => (isOversized(event) ? principal(event).key : ""),
      context: (event) => ({
        ...tokens(event),
        offloaded: event.input?.inputBodyS3Path !== undefined,
        model: caller(event).model,
      }),
    }),
  },
  title: ({ first }, key) => `A call of ${first.context.total.toLocaleString("en-US")} tokens by ${key}`,
  alertContext: ({ first }, key) => ({ principal: key, ...first.context }),
});
