import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";
import { describe } from "./converse.ts";
import { nativeGuardrail, shownAnswer } from "./guardrail-trace.ts";
import { pieces, promptBlocks } from "./pieces.ts";
import { earlierTurns, lookedUp, toolOf } from "./turns.ts";
import { streamMetrics, type Writer } from "./writer.ts";

/** The Anthropic messages form. */
export const anthropic: Writer = (call, exchange, random) => ({
  input: request(exchange, random),
  output: {
    id: `msg_bdrk_${random.hex(16)}`,
    type: "message",
    role: "assistant",
    model: bareName(call.model.id),
    content: answerBlocks(exchange, random),
    stop_reason: stopOf(exchange),
    stop_sequence: null,
    usage: { ...inputUsage(call), output_tokens: call.tokens.output },
    ...nativeGuardrail(exchange.guardrail, call.account),
  },
});

/** The same form, its answer as every chunk of the stream. */
export const anthropicStream: Writer = (call, exchange, random) => ({
  input: request(exchange, random),
  output: [
    {
      type: "message_start",
      message: {
        id: `msg_bdrk_${random.hex(16)}`,
        type: "message",
        role: "assistant",
        model: bareName(call.model.id),
        content: [],
        usage: { ...inputUsage(call), output_tokens: 1 },
      },
    },
    ...answerBlocks(exchange, random).flatMap((block, index) => blockChunks(block, index, exchange)),
    {
      type: "message_delta",
      delta: { stop_reason: stopOf(exchange), stop_sequence: null },
      usage: { output_tokens: call.tokens.output },
    },
    {
      type: "message_stop",
      ...streamMetrics(call, random),
      ...nativeGuardrail(exchange.guardrail, call.account),
    },
  ],
});

type Block =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "tool_use"; readonly id: string; readonly name: string; readonly input: object };

function request(exchange: Exchange, random: Random): object {
  const { toolResults = [], system, offered, maxTokens = 1_024, temperature } = exchange;
  const calls = toolResults.map(() => `toolu_bdrk_${random.hex(12)}`);
  const results = toolResults.map((content, at) => ({
    type: "tool_result",
    tool_use_id: calls[at],
    content,
  }));
  const asked = calls.map((id) => ({ type: "tool_use", id, name: toolOf(exchange), input: lookedUp }));
  const texts = promptBlocks(exchange, random).map((text) => ({ type: "text", text }));
  const isPlain = results.length === 0 && texts.length === 1 && random.chance(0.5);
  return {
    anthropic_version: "bedrock-2023-05-31",
    max_tokens: maxTokens,
    ...(temperature !== undefined && { temperature }),
    ...(system !== undefined && { system: random.chance(0.5) ? system : [{ type: "text", text: system }] }),
    messages: [
      ...earlierTurns(exchange).map(({ role, text }) => ({ role, content: text })),
      ...(asked.length > 0 ? [{ role: "assistant", content: asked }] : []),
      { role: "user", content: isPlain ? exchange.prompt : [...results, ...texts] },
    ],
    ...(offered && {
      tools: offered.map((name) => ({ name, description: describe(name), input_schema: { type: "object" } })),
    }),
  };
}

function answerBlocks(exchange: Exchange, random: Random): Block[] {
  const text = shownAnswer(exchange);
  return [
    ...(text === undefined ? [] : [{ type: "text", text } as const]),
    ...(exchange.toolCalls ?? []).map(({ name, input }) => {
      return { type: "tool_use", id: `toolu_bdrk_${random.hex(12)}`, name, input } as const;
    }),
  ];
}

function blockChunks(block: Block, index: number, exchange: Exchange): object[] {
  const begun = block.type === "text" ? { ...block, text: "" } : { ...block, input: {} };
  const deltas =
    block.type === "text"
      ? pieces(block.text, exchange).map((text) => ({ type: "text_delta", text }))
      : pieces(JSON.stringify(block.input), exchange).map((partial_json) => ({
          type: "input_json_delta",
          partial_json,
        }));
  return [
    { type: "content_block_start", index, content_block: begun },
    ...deltas.map((delta) => ({ type: "content_block_delta", index, delta })),
    { type: "content_block_stop", index },
  ];
}

/** A guardrail leaves the stop reason as it is. */
const stopOf = ({ stop, toolCalls = [] }: Exchange): string =>
  stop ?? (toolCalls.length > 0 ? "tool_use" : "end_turn");

function inputUsage({ tokens }: Parameters<Writer>[0]): object {
  return {
    input_tokens: tokens.input,
    ...(tokens.cacheWrite !== undefined && { cache_creation_input_tokens: tokens.cacheWrite }),
    ...(tokens.cacheRead !== undefined && { cache_read_input_tokens: tokens.cacheRead }),
  };
}

/** `us.anthropic.claude-x-20250101-v1:0`, alone or at the end of an ARN, is `claude-x-20250101` to itself. */
const bareName = (modelId: string): string => modelId.replace(/^.*anthropic\./, "").replace(/-v\d+:\d+$/, "");
