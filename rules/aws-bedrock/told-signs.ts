import type { EventOf } from "caracal";
import { caller } from "caracal/bedrock";
import type { Sign } from "caracal/text";

/** Who called, and which signs a text has: their names alone, never the text. */
export const toldSigns = (event: EventOf<"AWS.BedrockModelInvocation">, signs: readonly Sign[]) => ({
  ...caller(event),
  operation: event.operation,
  signs: [...new Set(signs.filter(({ weight }) => weight > 0).map(({ name }) => name))],
});
