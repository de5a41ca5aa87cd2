import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { type Reading, readText } from "../text/index.ts";
import { answerParts } from "./answer-parts.ts";
import { guardrail } from "./guardrail.ts";
import { lastParts } from "./last-parts.ts";
import { perEvent } from "./per-event.ts";
import { prompt } from "./prompt.ts";
import { quotedDocuments } from "./quoted-documents.ts";
import { toolCalls } from "./tool-calls.ts";

/** What a search for orders, secrets and commands finds in the texts of a call. */
export interface Readings {
  /** In what the user said last. Blocks are also read joined without a line break, so that none hides a cut. */
  readonly lastTurn: Reading;
  /** In what tools, searches and documents brought with it, also between tags such as `<document>` in its text, where any order to the model is out of place. */
  readonly toolResults: Reading;
  /** In what tells the model how to behave. */
  readonly system: Reading;
  /** In what the model said to the caller. */
  readonly answer: Reading;
  /** In what the model had said before a guardrail withheld it. */
  readonly blockedAnswer: Reading;
  /** In what tools are called with. */
  readonly toolCalls: Reading;
}

/**
 * What a search for orders, secrets and commands finds in the texts of a call, as `readText` of `caracal/text` reads
 * them. Each text is read when it is first asked for, and once.
 *
 * @example
 * readings(event).lastTurn.secrets.map(({ kind }) => kind); // ["aws-access-key"]
 */
export const readings: (event: AwsBedrockModelInvocation) => Readings = perEvent(
  (event) => new EventReadings(event),
);

/** Reads each part when it is first asked for. */
class EventReadings implements Readings {
  readonly #event: AwsBedrockModelInvocation;
  #lastTurn: Reading | undefined;
  #toolResults: Reading | undefined;
  #system: Reading | undefined;
  #answer: Reading | undefined;
  #blockedAnswer: Reading | undefined;
  #toolCalls: Reading | undefined;

  constructor(event: AwsBedrockModelInvocation) {
    this.#event = event;
  }

  get lastTurn(): Reading {
    this.#lastTurn ??= readText(lastParts(this.#event).text);
    return this.#lastTurn;
  }

  get toolResults(): Reading {
    if (this.#toolResults === undefined) {
      const { results, text } = lastParts(this.#event);
      const quoted = text.flatMap(quotedDocuments);
      this.#toolResults = readText(quoted.length === 0 ? results : [...results, ...quoted], "tool");
    }
    return this.#toolResults;
  }

  get system(): Reading {
    this.#system ??= systemReading(prompt(this.#event).system);
    return this.#system;
  }

  get answer(): Reading {
    this.#answer ??= readText(answerParts(this.#event).text);
    return this.#answer;
  }

  get blockedAnswer(): Reading {
    this.#blockedAnswer ??= readText(guardrail(this.#event).blockedAnswers);
    return this.#blockedAnswer;
  }

  get toolCalls(): Reading {
    this.#toolCalls ??= readText(toolCalls(this.#event).map(({ text }) => text));
    return this.#toolCalls;
  }
}

/** How many texts of systems are remembered, one of each length: applications send the same one with every call. */
const KEPT = 256;
const LONGEST = 16_384;
const known = new Map<number, { readonly text: string; readonly reading: Reading }>();

function systemReading(text: string): Reading {
  const old = known.get(text.length);
  if (old?.text === text) return old.reading;
  const reading = readText([text]);
  if (text.length > LONGEST) return reading;
  if (known.size === KEPT) known.clear();
  known.set(text.length, { text, reading });
  return reading;
}
