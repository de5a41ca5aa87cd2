import type { EventOf } from "caracal";
import { readings } from "caracal/bedrock";
import type { Sign } from "caracal/text";

/** The orders in what a user said last, or a tool brought, to fetch or tell credentials. */
export function harvestingSigns(event: EventOf<"AWS.BedrockModelInvocation">): readonly Sign[] {
  const { lastTurn, toolResults } = readings(event);
  return lastTurn.harvesting.concat(toolResults.harvesting);
}
