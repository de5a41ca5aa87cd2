import type { EventOf } from "caracal";
import { type Finding, guardrail } from "caracal/bedrock";

type Invocation = EventOf<"AWS.BedrockModelInvocation">;

/** Whether a guardrail withheld the prompt or the answer; one that only masks does not count. */
export function isBlocked(event: Invocation): boolean {
  const { action } = guardrail(event);
  return action === "blocked" || action === "intervened";
}

/** What was blocked of a kind that somebody has to write on purpose: an attack on the prompt, or sure harmful content. */
export function gravelyBlocked(event: Invocation): readonly Finding[] {
  return guardrail(event).findings.filter(
    ({ action, policy, name, confidence }) =>
      action === "blocked" && policy === "content" && (name === "PROMPT_ATTACK" || confidence === "HIGH"),
  );
}
