import type { EventOf } from "caracal";
import { answer, guardrail } from "caracal/bedrock";

type Invocation = EventOf<"AWS.BedrockModelInvocation">;

/** Whether a call went well and its record has the answer's text, so that one can tell whether a guardrail looked. */
export function isAnswered(event: Invocation): boolean {
  if (event.errorCode !== undefined || event.output?.outputBodyJson === undefined) return false;
  return guardrail(event).action !== undefined || answer(event).text !== "";
}

/** Whether no guardrail looked at a call that was answered. */
export function isUnguarded(event: Invocation): boolean {
  return guardrail(event).action === undefined;
}
