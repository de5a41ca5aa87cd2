import { expect, test } from "vitest";
import { media } from "../../../sdk/bedrock/index.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";
import { asked, event, sandbox } from "./event.ts";

test.each<[string, JsonValue, number, number]>([
  ["Titan", { taskType: "TEXT_IMAGE", imageGenerationConfig: { numberOfImages: 5 } }, 5, 0],
  ["Titan without a number", { taskType: "INPAINTING" }, 1, 0],
  ["Stability AI", { text_prompts: [{ text: "A quay" }], samples: 3 }, 3, 0],
  ["Stability AI without a number", { prompt: "A quay", output_format: "png" }, 1, 0],
  ["Nova Reel", { taskType: "TEXT_VIDEO", videoGenerationConfig: { durationSeconds: 12 } }, 0, 12],
  ["Nova Reel without a number", { taskType: "TEXT_VIDEO" }, 0, 6],
  [
    "Nova Reel, several shots",
    { taskType: "MULTI_SHOT_AUTOMATED", videoGenerationConfig: { durationSeconds: 30 } },
    0,
    30,
  ],
  [
    "Nova's embeddings",
    { taskType: "SINGLE_EMBEDDING", singleEmbeddingParams: { text: { value: "A quay" } } },
    0,
    0,
  ],
  ["a number that is none", { taskType: "TEXT_IMAGE", imageGenerationConfig: { numberOfImages: -5 } }, 1, 0],
  ["text", { messages: [] }, 0, 0],
])("%s", (_, body, images, seconds) => {
  expect(media(asked(body))).toEqual({ images, seconds });
});

test("a record without a body asks for none that we know of", () => {
  expect(media(event())).toEqual({ images: 0, seconds: 0 });
  expect(media(sandbox("invoke-model-titan-image"))).toEqual({ images: 2, seconds: 0 });
});
