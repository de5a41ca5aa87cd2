import type { EventOf } from "caracal";
import { modelName, principal } from "caracal/bedrock";

/** What an alert tells of a call of an expensive model. */
export const costlyCall = (event: EventOf<"AWS.BedrockModelInvocation">) => ({
  principal: principal(event).key,
  kind: principal(event).kind,
  model: modelName(event).line,
  region: event.region ?? "unknown",
});
