import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import type { JsonValue } from "../event/index.ts";
import { noParts, type Parts } from "./content.ts";
import { addSystem, addTurns } from "./conversation.ts";
import { lastParts } from "./last-parts.ts";
import { perEvent } from "./per-event.ts";

/** What was said to the model. Texts of several blocks or messages are put together with line breaks. */
export interface Prompt {
  /**
   * What the user said last, which is what is new in a call: a conversation is sent whole each time. Empty when only
   * tools had results. A prompt that is one text counts whole, as do texts to embed and descriptions of images.
   */
  readonly lastTurn: string;
  /**
   * What came with the last turn from elsewhere: the text of each tool's result, of each search result, and of each
   * document to cite from.
   */
  readonly toolResults: readonly string[];
  /** What tells the model how to behave. */
  readonly system: string;
  /** All of it: the system's text, each turn of the conversation with the model's own, each tool's result. */
  readonly text: string;
}

/**
 * What was said to the model, in any model's form. Without a body in the record all of it is empty: `requestBody`
 * tells that apart. `system` and `text` are put together when first read, so that the last turn costs no more than
 * itself.
 *
 * | body | `lastTurn` | `toolResults` | `system` |
 * |---|---|---|---|
 * | `messages`, `input` | the messages since the last answer | `toolResult`, `searchResult`, `tool_result`, `search_result`, role `tool` | `system`, roles `system` and `developer`, `instructions` |
 * | `prompt`, `promptVariables`, `inputText`, `texts`, `text_prompts`, `query` | all of it | `documents` | |
 * | `message` | the message | `tool_results`, `documents` | `preamble` |
 *
 * An attacker may make up a whole conversation in one call, so where new calls matter more than repeats, read `text`.
 *
 * @example
 * /ignore (all|the) previous instructions/i.test(prompt(event).lastTurn);
 */
export const prompt: (event: AwsBedrockModelInvocation) => Prompt = perEvent(
  (event) => new EventPrompt(event.input?.inputBodyJson, lastParts(event)),
);

/** Puts the long texts together when they are first asked for. */
class EventPrompt implements Prompt {
  readonly lastTurn: string;
  readonly toolResults: readonly string[];
  readonly #body: JsonValue | undefined;
  #system: string | undefined;
  #text: string | undefined;

  constructor(body: JsonValue | undefined, { text, results }: Parts) {
    this.lastTurn = text.length === 1 ? (text[0] ?? "") : text.join("\n");
    this.toolResults = Object.freeze(results);
    this.#body = body;
  }

  get system(): string {
    this.#system ??= textOf(addSystem, this.#body);
    return this.#system;
  }

  get text(): string {
    this.#text ??= [this.system, textOf(addTurns, this.#body)].filter((part) => part !== "").join("\n");
    return this.#text;
  }
}

function textOf(add: typeof addTurns, body: JsonValue | undefined): string {
  const parts = noParts();
  add(body, parts);
  return parts.text.concat(parts.results).join("\n");
}
