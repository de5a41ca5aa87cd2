import type { Call } from "../call.ts";
import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";
import { blockAnswer, blockMessages, blockStop, blockTools, inferenceConfig } from "./converse.ts";
import { nativeGuardrail } from "./guardrail-trace.ts";
import { pieces } from "./pieces.ts";
import { streamMetrics, type Writer } from "./writer.ts";

/** Nova's own form, which is near to that of Converse. */
export const nova: Writer = (call, exchange, random) => ({
  input: request(exchange, random),
  output: {
    output: { message: { role: "assistant", content: blockAnswer(exchange, random) } },
    stopReason: blockStop(exchange),
    usage: usageOf(call),
    ...nativeGuardrail(exchange.guardrail, call.account),
  },
});

export const novaStream: Writer = (call, exchange, random) => ({
  input: request(exchange, random),
  output: [
    { messageStart: { role: "assistant" } },
    ...blockAnswer(exchange, random).flatMap((block, index) => blockChunks(block, index, exchange)),
    { messageStop: { stopReason: blockStop(exchange) } },
    {
      metadata: { usage: usageOf(call), metrics: {} },
      ...streamMetrics(call, random),
      ...nativeGuardrail(exchange.guardrail, call.account),
    },
  ],
});

const request = (exchange: Exchange, random: Random): object => ({
  schemaVersion: "messages-v1",
  ...(exchange.system !== undefined && { system: [{ text: exchange.system }] }),
  messages: blockMessages(exchange, random),
  ...inferenceConfig(exchange),
  ...blockTools(exchange),
});

interface Block {
  readonly text?: string;
  readonly toolUse?: { readonly toolUseId: string; readonly name: string; readonly input: object };
}

function blockChunks({ text, toolUse }: Block, contentBlockIndex: number, exchange: Exchange): object[] {
  const deltas =
    text === undefined
      ? pieces(JSON.stringify(toolUse?.input), exchange).map((input) => ({ toolUse: { input } }))
      : pieces(text, exchange).map((piece) => ({ text: piece }));
  const start = toolUse && { toolUse: { toolUseId: toolUse.toolUseId, name: toolUse.name } };
  return [
    ...(start ? [{ contentBlockStart: { start, contentBlockIndex } }] : []),
    ...deltas.map((delta) => ({ contentBlockDelta: { delta, contentBlockIndex } })),
    { contentBlockStop: { contentBlockIndex } },
  ];
}

const usageOf = ({ tokens }: Call): object => ({
  inputTokens: tokens.input,
  outputTokens: tokens.output,
  totalTokens: tokens.input + tokens.output,
  cacheReadInputTokenCount: tokens.cacheRead ?? 0,
  cacheWriteInputTokenCount: tokens.cacheWrite ?? 0,
});
