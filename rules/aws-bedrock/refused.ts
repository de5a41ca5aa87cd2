import type { EventOf } from "caracal";
import { answer, stopReason } from "caracal/bedrock";
import { isRefusal } from "caracal/text";

/** Whether a model would not do what it was asked. What a guardrail withheld is told by other rules. */
export function refused(event: EventOf<"AWS.BedrockModelInvocation">): boolean {
  const { kind } = stopReason(event);
  if (kind === "guardrail") return false;
  return kind === "refusal" || kind === "content-filter" || isRefusal(answer(event).text);
}
