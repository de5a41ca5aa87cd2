import type { Bodies, Call } from "./call.ts";
import { nativeBodies } from "./native-bodies.ts";
import type { Random } from "./random.ts";
import { talk } from "./talk.ts";

/** How many pieces an answer is cut into. Real answers come in pieces of a few tokens each. */
const PIECES = 3;

/** InvokeModelWithResponseStream of an Anthropic model: the log keeps every chunk, in an array. */
export function streamBodies(call: Call, random: Random, words: number): Bodies {
  const { tokens, model } = call;
  const cache = {
    ...(tokens.cacheWrite !== undefined && { cache_creation_input_tokens: tokens.cacheWrite }),
    ...(tokens.cacheRead !== undefined && { cache_read_input_tokens: tokens.cacheRead }),
  };
  const answer = talk(random, words);
  const latency = random.middling(500, 6_000);
  return {
    input: nativeBodies(call, random, words).input,
    output: [
      {
        type: "message_start",
        message: {
          id: `msg_bdrk_${random.hex(16)}`,
          type: "message",
          role: "assistant",
          model: bareName(model.id),
          content: [],
          usage: { input_tokens: tokens.input, ...cache, output_tokens: 1 },
        },
      },
      { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
      ...pieces(answer).map((text) => ({
        type: "content_block_delta",
        index: 0,
        delta: { type: "text_delta", text },
      })),
      { type: "content_block_stop", index: 0 },
      {
        type: "message_delta",
        delta: { stop_reason: "end_turn", stop_sequence: null },
        usage: { output_tokens: tokens.output },
      },
      {
        type: "message_stop",
        "amazon-bedrock-invocationMetrics": {
          inputTokenCount: tokens.input,
          outputTokenCount: tokens.output,
          invocationLatency: latency,
          firstByteLatency: latency >> 2,
          ...(tokens.cacheRead !== undefined && { cacheReadInputTokenCount: tokens.cacheRead }),
          ...(tokens.cacheWrite !== undefined && { cacheWriteInputTokenCount: tokens.cacheWrite }),
        },
      },
    ],
  };
}

function pieces(text: string): string[] {
  const length = Math.ceil(text.length / PIECES);
  return Array.from({ length: PIECES }, (_, index) => text.slice(index * length, (index + 1) * length));
}

/** `us.anthropic.claude-x-20250101-v1:0`, alone or at the end of an ARN, is `claude-x-20250101` to itself. */
const bareName = (modelId: string): string =>
  modelId.slice(modelId.lastIndexOf("anthropic.") + "anthropic.".length).replace(/-v\d+:\d+$/, "");
