import type { EventOf } from "caracal";
import { model } from "caracal/bedrock";

/** What ids of models that make images or videos have in them. */
const MAKERS = /image|canvas|reel|stability\.|luma\.|video/;

/** Whether a call is of a model that makes images or videos. */
export function makesMedia(event: EventOf<"AWS.BedrockModelInvocation">): boolean {
  const { id } = model(event);
  return MAKERS.test(id) && !id.includes("embed");
}
