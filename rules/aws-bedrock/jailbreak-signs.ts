import type { EventOf } from "caracal";
import { readings } from "caracal/bedrock";
import { type Sign, weightOf } from "caracal/text";

/**
 * The orders in a call to be a model without bounds: in what the user said last, in what tools brought, and of the
 * system's text, which comes with each call, only what is enough by itself.
 */
export function jailbreakSigns(event: EventOf<"AWS.BedrockModelInvocation">): readonly Sign[] {
  const { lastTurn, toolResults, system } = readings(event);
  const own = lastTurn.jailbreaks.concat(toolResults.jailbreaks);
  return weightOf(system.jailbreaks) === 3 ? own.concat(system.jailbreaks) : own;
}
