import { defineRule, type EventOf } from "caracal";
import { principal } from "caracal/bedrock";
import { isSampled } from "./is-sampled.ts";
import { recordPlace } from "./record-place.ts";

/** The log keeps bodies up to 100 KB (Amazon Bedrock user guide), and a token of text has four letters or fewer. */
const SMALL = 10_000;

/**
 * Whether an answered call of text lacks both bodies although they were small enough for the log. Calls that failed have
 * none anyway; embeddings and images have no tokens of output; what is stored elsewhere has a path.
 */
export function isBodiless({ errorCode, input, output }: EventOf<"AWS.BedrockModelInvocation">): boolean {
  if (input?.inputBodyJson !== undefined || output?.outputBodyJson !== undefined) return false;
  if (input?.inputBodyS3Path !== undefined || output?.outputBodyS3Path !== undefined) return false;
  const { inputTokenCount = 0, cacheReadInputTokenCount = 0, cacheWriteInputTokenCount = 0 } = input ?? {};
  const read = inputTokenCount + cacheReadInputTokenCount + cacheWriteInputTokenCount;
  const written = output?.outputTokenCount ?? 0;
  return errorCode === undefined && written > 0 && read > 0 && read + written < SMALL;
}

export const bodiesLost = defineRule({
  id: "AWS.Bedrock.BodiesLost",
  displayName: "Records of a principal come without bodies",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  description:
    "A signal for BodiesMissing: a principal whose calls in an account and region had prompts and answers in the log for a day makes one that has not, for the first time in three days. By itself it is a call with an image, or a role that was given other work.",
  runbook: "1. Nothing is to be done. See the alerts of BodiesMissing.",
  detect: (event) => isSampled(event, 20) && event.errorCode === undefined,
  firstSeen: {
    key: (event) => (isBodiless(event) ? "bodiless" : ""),
    scope: (event) => `${recordPlace(event)} ${principal(event).key}`,
    learn: "1d",
    forget: "3d",
  },
});
