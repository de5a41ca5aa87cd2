import type { Bodies, Call } from "../call.ts";
import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";

/** Writes an exchange as a request and an answer in one form. */
export type Writer = (call: Call, exchange: Exchange, random: Random) => Bodies;

/** What the last chunk of a stream tells of it. */
export function streamMetrics({ tokens }: Call, random: Random): object {
  const invocationLatency = random.middling(500, 9_000);
  return {
    "amazon-bedrock-invocationMetrics": {
      inputTokenCount: tokens.input,
      outputTokenCount: tokens.output,
      invocationLatency,
      firstByteLatency: invocationLatency >> 2,
      ...(tokens.cacheRead !== undefined && { cacheReadInputTokenCount: tokens.cacheRead }),
      ...(tokens.cacheWrite !== undefined && { cacheWriteInputTokenCount: tokens.cacheWrite }),
    },
  };
}
