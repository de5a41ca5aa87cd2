import type { EventOf } from "caracal";
import { tokens } from "caracal/bedrock";

/**
 * Whether a call is oversized: 80,000 tokens or more are read and written, not counting what the prompt cache holds. A
 * body of that length is about three times what the log keeps in a record.
 */
export function isOversized(event: EventOf<"AWS.BedrockModelInvocation">): boolean {
  const { input, output } = tokens(event);
  return input + output >= 80_000;
}
