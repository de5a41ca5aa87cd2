import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";
import { describe } from "./converse.ts";
import { nativeGuardrail, shownAnswer } from "./guardrail-trace.ts";
import { pieces, promptBlocks } from "./pieces.ts";
import { earlierTurns, lookedUp, toolOf } from "./turns.ts";
import { streamMetrics, type Writer } from "./writer.ts";

/** Chat completions: gpt-oss, DeepSeek, and Mistral's models where there are tools. */
export const chat: Writer = (call, exchange, random) => {
  const tool_calls = toolCalls(exchange, random);
  return {
    input: request(exchange, random),
    output: {
      id: `chatcmpl-${random.hex(12)}`,
      object: "chat.completion",
      choices: [
        {
          index: 0,
          message: {
            role: "assistant",
            content: shownAnswer(exchange) ?? "",
            ...(tool_calls.length > 0 && { tool_calls }),
          },
          finish_reason: stopOf(exchange),
        },
      ],
      usage: { prompt_tokens: call.tokens.input, completion_tokens: call.tokens.output },
      ...nativeGuardrail(exchange.guardrail, call.account),
    },
  };
};

export const chatStream: Writer = (call, exchange, random) => {
  const id = `chatcmpl-${random.hex(12)}`;
  const chunk = (choices: object[]): object => ({ id, object: "chat.completion.chunk", choices });
  const texts = pieces(shownAnswer(exchange) ?? "", exchange);
  const calls = toolCalls(exchange, random).flatMap((one, index) => callChunks(one, index, exchange));
  return {
    input: { ...request(exchange, random), stream: true },
    output: [
      ...texts.map((content) => chunk([{ index: 0, delta: { content } }])),
      ...calls.map((tool_call) => chunk([{ index: 0, delta: { tool_calls: [tool_call] } }])),
      chunk([{ index: 0, delta: {}, finish_reason: stopOf(exchange) }]),
      {
        ...chunk([]),
        usage: { prompt_tokens: call.tokens.input, completion_tokens: call.tokens.output },
        ...streamMetrics(call, random),
        ...nativeGuardrail(exchange.guardrail, call.account),
      },
    ],
  };
};

interface ToolCall {
  readonly id: string;
  readonly type: "function";
  readonly function: { readonly name: string; readonly arguments: string };
}

function toolCalls(exchange: Exchange, random: Random): ToolCall[] {
  return (exchange.toolCalls ?? []).map(({ name, input }) => ({
    id: `call_${random.hex(8)}`,
    type: "function",
    function: { name, arguments: JSON.stringify(input) },
  }));
}

function callChunks({ function: made, ...call }: ToolCall, index: number, exchange: Exchange): object[] {
  return [
    { index, ...call, function: { name: made.name, arguments: "" } },
    ...pieces(made.arguments, exchange).map((piece) => ({ index, function: { arguments: piece } })),
  ];
}

function request(exchange: Exchange, random: Random): object {
  const { toolResults = [], system, offered, maxTokens = 1_024, temperature = 0.7 } = exchange;
  const calls = toolResults.map(() => `call_${random.hex(8)}`);
  const asked = calls.map((id) => ({
    id,
    type: "function",
    function: { name: toolOf(exchange), arguments: JSON.stringify(lookedUp) },
  }));
  const texts = promptBlocks(exchange, random);
  return {
    messages: [
      ...(system === undefined ? [] : [{ role: "system", content: system }]),
      ...earlierTurns(exchange).map(({ role, text }) => ({ role, content: text })),
      ...(asked.length > 0 ? [{ role: "assistant", content: "", tool_calls: asked }] : []),
      ...toolResults.map((content, at) => ({ role: "tool", tool_call_id: calls[at], content })),
      ...(texts.length > 0 ? [{ role: "user", content: contentOf(texts) }] : []),
    ],
    max_tokens: maxTokens,
    temperature,
    ...(offered && {
      tools: offered.map((name) => ({
        type: "function",
        function: { name, description: describe(name), parameters: { type: "object" } },
      })),
    }),
  };
}

const contentOf = (texts: readonly string[]): unknown =>
  texts.length === 1 ? texts[0] : texts.map((text) => ({ type: "text", text }));

function stopOf({ stop, toolCalls: calls = [] }: Exchange): string {
  if (stop === undefined) return calls.length > 0 ? "tool_calls" : "stop";
  return { end_turn: "stop", max_tokens: "length", tool_use: "tool_calls", refusal: "content_filter" }[stop];
}
