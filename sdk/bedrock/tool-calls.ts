import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { answerParts } from "./answer-parts.ts";
import { perEvent } from "./per-event.ts";
import { type ToolCall, toolCall } from "./tool-call.ts";
import { writtenCalls } from "./written-calls.ts";

const NONE: readonly ToolCall[] = Object.freeze([]);

/**
 * The tools that the answer asks for. Calls of the conversation before are not among them.
 *
 * | body | a call |
 * |---|---|
 * | Converse, Nova | `toolUse` |
 * | Anthropic messages | `tool_use`; in a stream its `input_json_delta` put together |
 * | chat | `tool_calls[].function`, its `arguments` as JSON |
 * | OpenAI responses | `function_call` |
 * | Cohere Command R | `tool_calls[]` |
 * | any text | `<invoke>` as XML, its input as text |
 *
 * @example
 * toolCalls(event).some(({ name, text }) => name === "bash" && text.includes("169.254.169.254"));
 */
export const toolCalls: (event: AwsBedrockModelInvocation) => readonly ToolCall[] = perEvent((event) => {
  const { calls, text } = answerParts(event);
  if (calls.length === 0 && !text.some((one) => one.includes("<invoke"))) return NONE;
  return calls.concat(text.flatMap(writtenCalls)).map(toolCall);
});
