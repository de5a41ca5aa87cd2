import type { EventOf } from "caracal";
import { media } from "caracal/bedrock";
import { makesMedia } from "./makes-media.ts";

/**
 * How much of images and videos a call made: an image is one, a second of video two, which is about what they cost. A
 * call of such a model whose body the log does not have counts as one image. 0 for what makes none.
 */
export function mediaUnits(event: EventOf<"AWS.BedrockModelInvocation">): number {
  if (!makesMedia(event)) return 0;
  const { images, seconds } = media(event);
  return images + 2 * seconds || 1;
}
