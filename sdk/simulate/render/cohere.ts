import type { Exchange } from "../exchange.ts";
import { describe } from "./converse.ts";
import { nativeGuardrail, shownAnswer } from "./guardrail-trace.ts";
import { pieces } from "./pieces.ts";
import { earlierTurns, lookedUp, toolOf } from "./turns.ts";
import { streamMetrics, type Writer } from "./writer.ts";

/** Command R's own form. */
export const cohere: Writer = (call, exchange, random) => ({
  input: request(exchange),
  output: {
    response_id: random.uuid(),
    generation_id: random.uuid(),
    text: shownAnswer(exchange) ?? "",
    finish_reason: stopOf(exchange),
    ...toolCalls(exchange),
    ...nativeGuardrail(exchange.guardrail, call.account),
  },
});

export const cohereStream: Writer = (call, exchange, random) => ({
  input: { ...request(exchange), stream: true },
  output: [
    ...pieces(shownAnswer(exchange) ?? "", exchange).map((text) => ({
      is_finished: false,
      event_type: "text-generation",
      text,
    })),
    ...(exchange.toolCalls
      ? [{ is_finished: false, event_type: "tool-calls-generation", ...toolCalls(exchange) }]
      : []),
    {
      is_finished: true,
      event_type: "stream-end",
      finish_reason: stopOf(exchange),
      ...streamMetrics(call, random),
      ...nativeGuardrail(exchange.guardrail, call.account),
    },
  ],
});

const SPEAKERS = { user: "USER", assistant: "CHATBOT" } as const;

function request(exchange: Exchange): object {
  const { prompt = "", system, offered, toolResults = [], maxTokens = 1_024, temperature = 0.3 } = exchange;
  const call = { name: toolOf(exchange), parameters: lookedUp };
  return {
    message: prompt,
    chat_history: earlierTurns(exchange).map(({ role, text }) => ({ role: SPEAKERS[role], message: text })),
    ...(system !== undefined && { preamble: system }),
    ...(offered && {
      tools: offered.map((name) => ({ name, description: describe(name), parameter_definitions: {} })),
    }),
    ...(toolResults.length > 0 && {
      tool_results: toolResults.map((text) => ({ call, outputs: [{ text }] })),
    }),
    max_tokens: maxTokens,
    temperature,
  };
}

const toolCalls = ({ toolCalls: calls }: Exchange): object =>
  calls === undefined ? {} : { tool_calls: calls.map(({ name, input }) => ({ name, parameters: input })) };

const stopOf = ({ stop = "end_turn" }: Exchange): string =>
  ({ end_turn: "COMPLETE", max_tokens: "MAX_TOKENS", tool_use: "COMPLETE", refusal: "ERROR_TOXIC" })[stop];
