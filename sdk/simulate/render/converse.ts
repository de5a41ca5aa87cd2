import type { Bodies } from "../call.ts";
import type { Exchange } from "../exchange.ts";
import { guardrailTrace, intervenes, shownAnswer } from "./guardrail-trace.ts";
import { promptBlocks } from "./pieces.ts";
import type { Writer } from "./writer.ts";
import { earlierTurns, lookedUp, toolOf } from "./turns.ts";

const id = (hex: string): string => `tooluse_${hex}`;

/** The messages of Converse and of Nova. */
export function blockMessages(exchange: Exchange, random: Parameters<Writer>[2]): object[] {
  const { toolResults = [] } = exchange;
  const calls = toolResults.map(() => id(random.hex(12)));
  const results = toolResults.map((text, at) => ({
    toolResult: { toolUseId: calls[at], content: [{ text }], status: "success" },
  }));
  const asked = calls.map((toolUseId) => ({
    toolUse: { toolUseId, name: toolOf(exchange), input: lookedUp },
  }));
  return [
    ...earlierTurns(exchange).map(({ role, text }) => ({ role, content: [{ text }] })),
    ...(asked.length > 0 ? [{ role: "assistant", content: asked }] : []),
    { role: "user", content: [...results, ...promptBlocks(exchange, random).map((text) => ({ text }))] },
  ];
}

/** The tools of Converse and of Nova. */
export const blockTools = ({ offered }: Exchange): object =>
  offered === undefined
    ? {}
    : {
        toolConfig: {
          tools: offered.map((name) => ({
            toolSpec: { name, description: describe(name), inputSchema: { json: { type: "object" } } },
          })),
        },
      };

/** What a model is told of a tool. */
export const describe = (name: string): string => `Runs ${name.replaceAll("_", " ")}.`;

/** What Converse and Nova answer. */
export function blockAnswer(exchange: Exchange, random: Parameters<Writer>[2]): object[] {
  const text = shownAnswer(exchange);
  const calls = exchange.toolCalls ?? [];
  return [
    ...(text === undefined ? [] : [{ text }]),
    ...calls.map(({ name, input }) => ({ toolUse: { toolUseId: id(random.hex(12)), name, input } })),
  ];
}

/** Why Converse and Nova stop. A refusal is told only by the words of the answer. */
export function blockStop({ stop, toolCalls = [], guardrail }: Exchange): string {
  if (intervenes(guardrail)) return "guardrail_intervened";
  if (stop === undefined) return toolCalls.length > 0 ? "tool_use" : "end_turn";
  return stop === "refusal" ? "end_turn" : stop;
}

export const inferenceConfig = ({ maxTokens = 1_024, temperature = 0.5 }: Exchange): object => ({
  inferenceConfig: { maxTokens, temperature },
});

/** Converse and ConverseStream, which the log shows in one and the same form. */
export const converse: Writer = ({ tokens, account }, exchange, random): Bodies => {
  const { input, output, cacheRead = 0, cacheWrite = 0 } = tokens;
  const trace = guardrailTrace(exchange.guardrail, account);
  return {
    input: {
      messages: blockMessages(exchange, random),
      ...(exchange.system !== undefined && { system: [{ text: exchange.system }] }),
      ...inferenceConfig(exchange),
      ...blockTools(exchange),
    },
    output: {
      output: { message: { role: "assistant", content: blockAnswer(exchange, random) } },
      stopReason: blockStop(exchange),
      metrics: { latencyMs: random.middling(300, 9_000) },
      usage: {
        inputTokens: input,
        outputTokens: output,
        totalTokens: input + output + cacheRead + cacheWrite,
        ...(tokens.cacheRead !== undefined && { cacheReadInputTokens: cacheRead }),
        ...(tokens.cacheWrite !== undefined && { cacheWriteInputTokens: cacheWrite }),
      },
      ...(trace && { trace: { guardrail: converseTrace(trace) } }),
    },
  };
};

function converseTrace({ input, outputs, ...trace }: NonNullable<ReturnType<typeof guardrailTrace>>): object {
  return {
    ...trace,
    ...(input && { inputAssessment: input }),
    ...(outputs && { outputAssessments: outputs }),
  };
}
