import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import type { JsonArray } from "../event/index.ts";
import { perEvent } from "./per-event.ts";
import { type Body, readBody } from "./shapes/read-body.ts";
import type { Sign } from "./shapes/recognise.ts";
import { RESPONSE_SHAPES } from "./shapes/response-shapes.ts";

/**
 * The body of an answer, told apart by `kind`. A variant has those fields of its shape that are there and of the
 * right type; lists and other JSON are as the log has them, and so is `raw`, the whole body: for a `stream` its
 * chunks, which may be of any kind, such as the text `[DONE]`.
 */
export type ResponseBody =
  | Body<typeof RESPONSE_SHAPES>
  | { readonly kind: "stream"; readonly raw: JsonArray };

/** In order: the first that fits. */
const SIGNS: readonly Sign<keyof typeof RESPONSE_SHAPES>[] = [
  { kind: "responses", has: "output", models: ["openai."], keys: ["object"] },
  { kind: "nova", has: "output" },
  { kind: "anthropic-messages", has: "content" },
  { kind: "anthropic-text", has: "completion" },
  { kind: "chat", has: "choices" },
  { kind: "llama", has: "generation" },
  { kind: "mistral", has: "outputs" },
  { kind: "ai21-j2", has: "completions" },
  { kind: "cohere-command", has: "generations" },
  { kind: "nova-embed", has: "embeddings", models: ["amazon.nova"] },
  { kind: "cohere-embed", has: "embeddings" },
  { kind: "titan-text", has: "results" },
  { kind: "titan-embed", has: "embedding" },
  { kind: "titan-embed", has: "embeddingsByType" },
  { kind: "stability", has: "artifacts" },
  { kind: "stability", has: "images", models: ["stability."], keys: ["finish_reasons", "seeds"] },
  { kind: "titan-image", has: "images" },
  { kind: "cohere-chat", has: "text" },
];

/**
 * What the model answered, with the kinds of `requestBody`, and `stream` for any model's streamed answer: that of
 * InvokeModelWithResponseStream, as the log has ConverseStream in one piece.
 *
 * @example
 * const body = responseBody(event);
 * if (body.kind === "llama") body.generation; // string | undefined
 */
export const responseBody: (event: AwsBedrockModelInvocation) => ResponseBody = perEvent((event) => {
  const raw = event.output?.outputBodyJson;
  return Array.isArray(raw) ? { kind: "stream", raw } : readBody(RESPONSE_SHAPES, SIGNS, event, raw);
});
