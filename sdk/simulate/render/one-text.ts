import type { Exchange } from "../exchange.ts";
import { nativeGuardrail, shownAnswer } from "./guardrail-trace.ts";
import { pieces } from "./pieces.ts";
import { inOneText } from "./turns.ts";
import { streamMetrics, type Writer } from "./writer.ts";

/** How a family without blocks is asked, and what it answers: whole, or one chunk of a stream. */
interface Form {
  readonly request: (exchange: Exchange) => object;
  readonly answer: (
    call: Parameters<Writer>[0],
    text: string,
    stop: string | null,
    isChunk: boolean,
  ) => object;
  readonly stops: Readonly<Record<NonNullable<Exchange["stop"]>, string>>;
}

/** Such a family's whole form, and its stream. */
const whole =
  ({ request, answer, stops }: Form): Writer =>
  (call, exchange) => ({
    input: request(exchange),
    output: {
      ...answer(call, written(exchange), stops[exchange.stop ?? "end_turn"], false),
      ...nativeGuardrail(exchange.guardrail, call.account),
    },
  });

const streamed =
  ({ request, answer, stops }: Form): Writer =>
  (call, exchange, random) => {
    const texts = pieces(written(exchange), exchange);
    const last = texts.length - 1;
    return {
      input: request(exchange),
      output: texts.map((text, at) => ({
        ...answer(call, text, at === last ? stops[exchange.stop ?? "end_turn"] : null, true),
        ...(at === last && {
          ...streamMetrics(call, random),
          ...nativeGuardrail(exchange.guardrail, call.account),
        }),
      })),
    };
  };

/** The answer; models without tools of their own are asked to write calls as XML. */
function written(exchange: Exchange): string {
  const calls = (exchange.toolCalls ?? []).map(
    ({ name, input }) =>
      `<invoke><tool_name>${name}</tool_name><parameters>${JSON.stringify(input)}</parameters></invoke>`,
  );
  return [shownAnswer(exchange) ?? "", ...calls].filter((text) => text !== "").join("\n");
}

/** Everything in one text, after what tells the model how to behave. */
const before = (exchange: Exchange, text: string): string =>
  [exchange.system, exchange.offered && `You have these tools: ${exchange.offered.join(", ")}.`, text]
    .filter((part) => part !== undefined)
    .join("\n\n");

const anthropicText: Form = {
  request: (exchange) => ({
    prompt: `${before(exchange, inOneText(exchange, { user: "\n\nHuman: ", assistant: "\n\nAssistant: " }))}\n\nAssistant:`,
    max_tokens_to_sample: exchange.maxTokens ?? 512,
    temperature: exchange.temperature ?? 0.5,
  }),
  answer: (_call, completion, stop_reason) => ({ type: "completion", completion, stop_reason, stop: null }),
  stops: {
    end_turn: "stop_sequence",
    max_tokens: "max_tokens",
    tool_use: "stop_sequence",
    refusal: "stop_sequence",
  },
};

const titanText: Form = {
  request: (exchange) => ({
    inputText: before(exchange, inOneText(exchange, { user: "User: ", assistant: "Bot: " })),
    textGenerationConfig: {
      maxTokenCount: exchange.maxTokens ?? 512,
      temperature: exchange.temperature ?? 0.5,
      stopSequences: [],
    },
  }),
  answer: ({ tokens }, outputText, completionReason, isChunk) =>
    isChunk
      ? {
          outputText,
          index: 0,
          totalOutputTextTokenCount: completionReason === null ? null : tokens.output,
          completionReason,
          inputTextTokenCount: completionReason === null ? tokens.input : null,
        }
      : {
          inputTextTokenCount: tokens.input,
          results: [{ tokenCount: tokens.output, outputText, completionReason }],
        },
  stops: { end_turn: "FINISH", max_tokens: "LENGTH", tool_use: "FINISH", refusal: "CONTENT_FILTERED" },
};

const llama: Form = {
  request: (exchange) => ({
    prompt: `<|begin_of_text|>${before(exchange, inOneText(exchange, { user: "user: ", assistant: "assistant: " }))}`,
    max_gen_len: exchange.maxTokens ?? 512,
    temperature: exchange.temperature ?? 0.5,
  }),
  answer: ({ tokens }, generation, stop_reason) => ({
    generation,
    prompt_token_count: tokens.input,
    generation_token_count: tokens.output,
    stop_reason,
  }),
  stops: { end_turn: "stop", max_tokens: "length", tool_use: "stop", refusal: "stop" },
};

const mistral: Form = {
  request: (exchange) => ({
    prompt: `<s>[INST] ${before(exchange, inOneText(exchange, { user: "", assistant: "[/INST] " }))} [/INST]`,
    max_tokens: exchange.maxTokens ?? 512,
    temperature: exchange.temperature ?? 0.5,
  }),
  answer: (_call, text, stop_reason) => ({ outputs: [{ text, stop_reason }] }),
  stops: { end_turn: "stop", max_tokens: "length", tool_use: "stop", refusal: "stop" },
};

/** The families whose request is one text. */
export const ONE_TEXT = {
  "anthropic-text": whole(anthropicText),
  "titan-text": whole(titanText),
  llama: whole(llama),
  mistral: whole(mistral),
} as const satisfies Record<string, Writer>;

export const ONE_TEXT_STREAMS = {
  "anthropic-text": streamed(anthropicText),
  "titan-text": streamed(titanText),
  llama: streamed(llama),
  mistral: streamed(mistral),
} as const satisfies Record<string, Writer>;
