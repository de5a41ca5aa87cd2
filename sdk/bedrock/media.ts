import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { perEvent } from "./per-event.ts";
import { requestBody } from "./request-body.ts";

/** What a request asks for that is not counted in tokens. */
export interface Media {
  /** Images to draw. */
  readonly images: number;
  /** Seconds of video to make. */
  readonly seconds: number;
}

/**
 * How many images and seconds of video a request asks for; none where the record has no body. A request that gives no
 * number gets one image, or six seconds (the API references of Titan, Nova and Stability AI).
 *
 * @example
 * media(event).images; // 2
 */
export const media: (event: AwsBedrockModelInvocation) => Media = perEvent((event) => {
  const body = requestBody(event);
  if (body.kind === "stability") return { images: countOf(body.samples) ?? 1, seconds: 0 };
  if (body.kind !== "titan-image") return { images: 0, seconds: 0 };
  if (body.taskType === "TEXT_VIDEO" || body.videoGenerationConfig !== undefined) {
    return { images: 0, seconds: countOf(body.videoGenerationConfig?.durationSeconds) ?? 6 };
  }
  return { images: countOf(body.imageGenerationConfig?.numberOfImages) ?? 1, seconds: 0 };
});

function countOf(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? value : undefined;
}
