import { defineRule } from "caracal";
import { errorClass, principal } from "caracal/bedrock";
import { isOversized } from "./is-oversized.ts";
import { isSampled } from "./is-sampled.ts";

/**
 * A signal: a principal whose calls were not that large before, or not that small. It looks at a tenth of
 * the ordinary calls, too, since an account is learned by what the rule looks at.
 */
export const newSize = defineRule({
  id: "AWS.Bedrock.NewSize",
  displayName: "A principal's first call of a size",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  reports: { "MITRE ATLAS": ["AML.T0034.001"] },
  description:
    "A principal that made no call of such a size for a month made one, after its account was watched for five days: ordinary, or 80,000 tokens and more, not counting what the prompt cache holds. It is a signal alone: the correlations that wait for it look at the large ones.",
  runbook: "1. See whether more such calls follow, and whether a correlation tells of it.",
  detect: (event) => (isOversized(event) || isSampled(event, 6)) && errorClass(event) === undefined,
  firstSeen: {
    key: (event) => [principal(event).key, isOversized(event) ? "large" : "ordinary"],
    scope: (event) => event.accountId,
    learn: "5d",
    forget: "30d",
  },
});
