import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { answerParts } from "./answer-parts.ts";
import { perEvent } from "./per-event.ts";

/** What a model said. Texts of several blocks or choices are put together with line breaks. */
export interface Answer {
  /** What it said to the caller; what a guardrail said instead, where one stepped in. */
  readonly text: string;
  /** What it thought before, where the model tells. */
  readonly reasoning: string;
}

/**
 * What the model answered, in any model's form. The pieces of a streamed answer are put together, so that a pattern
 * finds what was cut in two. Without a body in the record both are empty: `responseBody` tells that apart.
 *
 * | body | `text` | `reasoning` |
 * |---|---|---|
 * | Converse, Nova, Anthropic messages | `text` blocks | `reasoningContent`, `thinking` blocks |
 * | chat | `choices[].message.content`, `.text` | `reasoning_content` |
 * | others | `completion`, `generation`, `outputText`, `outputs[].text` and so on | |
 * | embeddings, images | | |
 *
 * @example
 * answer(event).text.startsWith("I cannot");
 */
export const answer: (event: AwsBedrockModelInvocation) => Answer = perEvent((event) => {
  const { text, reasoning } = answerParts(event);
  return { text: text.join("\n"), reasoning: reasoning.join("\n") };
});
