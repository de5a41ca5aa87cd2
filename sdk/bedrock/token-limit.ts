import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { at } from "./at.ts";

/** Where requests say how long the answer may get. */
const LIMITS: readonly (readonly string[])[] = [
  ["inferenceConfig", "maxTokens"], // Converse, Nova
  ["inferenceConfig", "max_new_tokens"], // Nova
  ["max_tokens"], // Anthropic messages, Mistral, Cohere, AI21 Jamba, DeepSeek, chat
  ["max_completion_tokens"], // chat
  ["max_output_tokens"], // OpenAI responses
  ["max_tokens_to_sample"], // Anthropic text
  ["textGenerationConfig", "maxTokenCount"], // Titan
  ["max_gen_len"], // Llama
  ["maxTokens"], // AI21 Jurassic
];

/**
 * How many tokens the answer may have, as the request asks for it; `undefined` when it asks for no number or the
 * record has no body. Zero and less ask for nothing, which testers of stolen keys do: the answer is an error, and the
 * error tells whether the key is good.
 *
 * @example
 * (tokenLimit(event) ?? 1) <= 0;
 */
export function tokenLimit(event: AwsBedrockModelInvocation): number | undefined {
  const body = event.input?.inputBodyJson;
  return LIMITS.map((path) => at(body, ...path)).find((limit) => typeof limit === "number");
}
