import type { Bodies, Call } from "./call.ts";
import type { Random } from "./random.ts";
import { BRIEFING, shipment, talk } from "./talk.ts";

/** One call in this many asks for a tool. */
const TOOL_EVERY = 12;

const LOOKUP = {
  toolSpec: {
    name: "lookup_shipment",
    description: "Finds a shipment by its number.",
    inputSchema: { json: { type: "object", properties: { shipment: { type: "string" } } } },
  },
};

/** Converse and ConverseStream, which the log shows in one and the same form. */
export function converseBodies(call: Call, random: Random, words: number): Bodies {
  const tool = random.int(1, TOOL_EVERY) === 1;
  const number = shipment(random);
  const question = tool ? `Where is ${number}? ${talk(random, words)}` : talk(random, words);
  const system = call.tokens.cacheRead === undefined ? [] : [{ cachePoint: { type: "default" } }];
  return {
    input: {
      messages: [{ role: "user", content: [{ text: question }] }],
      system: [{ text: BRIEFING }, ...system],
      inferenceConfig: { maxTokens: 2_048, temperature: 0.3 },
      ...(tool && { toolConfig: { tools: [LOOKUP] } }),
    },
    output: {
      output: {
        message: {
          role: "assistant",
          content: tool
            ? [
                {
                  toolUse: {
                    toolUseId: `tooluse_${random.hex(12)}`,
                    name: "lookup_shipment",
                    input: { shipment: number },
                  },
                },
              ]
            : [{ text: talk(random, words) }],
        },
      },
      stopReason: tool ? "tool_use" : "end_turn",
      metrics: { latencyMs: random.middling(300, 4_800) },
      usage: converseUsage(call),
    },
  };
}

function converseUsage({ tokens }: Call): Record<string, number> {
  const { input, output, cacheRead = 0, cacheWrite = 0 } = tokens;
  return {
    inputTokens: input,
    outputTokens: output,
    totalTokens: input + output + cacheRead + cacheWrite,
    ...(tokens.cacheRead !== undefined && { cacheReadInputTokens: cacheRead }),
    ...(tokens.cacheWrite !== undefined && { cacheWriteInputTokens: cacheWrite }),
  };
}
