import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { perEvent } from "./per-event.ts";
import { type Body, readBody } from "./shapes/read-body.ts";
import type { Sign } from "./shapes/recognise.ts";
import { REQUEST_SHAPES } from "./shapes/request-shapes.ts";

/**
 * The body of a request, told apart by `kind`. A variant has those fields of its shape that are there and of the
 * right type; lists and other JSON are as the log has them, and so is `raw`, the whole body.
 */
export type RequestBody = Body<typeof REQUEST_SHAPES>;

/** In order: the first that fits. */
const SIGNS: readonly Sign<keyof typeof REQUEST_SHAPES>[] = [
  { kind: "anthropic-messages", has: "messages", models: ["anthropic."], keys: ["anthropic_version"] },
  { kind: "nova", has: "messages", models: ["amazon.nova"], keys: ["inferenceConfig", "schemaVersion"] },
  { kind: "chat", has: "messages" },
  { kind: "anthropic-text", has: "prompt", models: ["anthropic."], keys: ["max_tokens_to_sample"] },
  { kind: "llama", has: "prompt", models: ["meta."], keys: ["max_gen_len"] },
  { kind: "ai21-j2", has: "prompt", models: ["ai21."], keys: ["maxTokens", "numResults"] },
  {
    kind: "cohere-command",
    has: "prompt",
    models: ["cohere."],
    keys: ["num_generations", "return_likelihoods"],
  },
  { kind: "stability", has: "prompt", models: ["stability."], keys: ["aspect_ratio", "output_format"] },
  { kind: "mistral", has: "prompt", models: ["mistral."] },
  { kind: "completion", has: "prompt" },
  { kind: "stability", has: "text_prompts" },
  {
    kind: "nova-embed",
    has: "taskType",
    models: ["amazon.nova-2-multimodal-embed"],
    keys: ["singleEmbeddingParams"],
  },
  { kind: "titan-image", has: "taskType" },
  {
    kind: "titan-embed",
    has: "inputText",
    models: ["amazon.titan-embed"],
    keys: ["dimensions", "embeddingConfig", "embeddingTypes", "inputImage", "normalize"],
  },
  { kind: "titan-embed", has: "inputImage" },
  { kind: "titan-text", has: "inputText" },
  { kind: "cohere-embed", has: "input_type" },
  { kind: "cohere-chat", has: "message" },
  { kind: "responses", has: "input" },
];

/**
 * What was sent to the model, by operation, model, and where the model's id hides it, by the body itself.
 *
 * | `kind` | whose |
 * |---|---|
 * | `converse` | Converse and ConverseStream, any model |
 * | `anthropic-messages`, `anthropic-text` | Claude; Claude 2 and before |
 * | `nova`, `nova-embed` | Nova; its embeddings |
 * | `chat` | OpenAI, Qwen, DeepSeek, Mistral, AI21 Jamba: chat completions |
 * | `responses` | OpenAI: responses |
 * | `llama`, `mistral`, `ai21-j2`, `cohere-command` | each maker's own way to complete a prompt |
 * | `completion` | DeepSeek, imported models, any other prompt |
 * | `cohere-chat`, `cohere-embed` | Command R; Embed |
 * | `titan-text`, `titan-embed`, `titan-image` | Titan; `titan-image` also Nova Canvas and Nova Reel |
 * | `stability` | Stability AI's image models |
 * | `unknown`, `absent` | anything else; no body in the record |
 *
 * @example
 * const body = requestBody(event);
 * if (body.kind === "titan-text") body.textGenerationConfig?.maxTokenCount; // number | undefined
 */
export const requestBody: (event: AwsBedrockModelInvocation) => RequestBody = perEvent((event) =>
  readBody(REQUEST_SHAPES, SIGNS, event, event.input?.inputBodyJson),
);
