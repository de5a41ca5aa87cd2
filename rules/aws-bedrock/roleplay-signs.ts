import type { EventOf } from "caracal";
import { readings } from "caracal/bedrock";
import type { Sign } from "caracal/text";

/** The signs of role-play in what a user said last, and in the system's text, where its programs put the character. */
export function roleplaySigns(event: EventOf<"AWS.BedrockModelInvocation">): readonly Sign[] {
  const { lastTurn, system } = readings(event);
  return lastTurn.roleplay.concat(system.roleplay);
}
