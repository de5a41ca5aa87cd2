import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { modelName } from "./model-name.ts";
import { CACHE } from "./price-table.ts";
import { tokens } from "./tokens.ts";

/** What a token to embed counts: it costs a hundredth of what models that write take to read one. */
const EMBEDDED = 0.01;

/**
 * How many tokens a call used, each counted by about what it costs: one that is read from the prompt cache as a tenth, one
 * to embed as a hundredth, all others as one. A coding agent, whose every call reads a hundred thousand tokens from the
 * cache, and an index that is built anew so look like what they cost. In whole tokens.
 *
 * @example
 * tokenWeight(event); // 13_389 of { input: 6, output: 412, cacheRead: 129_709, cacheWrite: 0 }
 */
export function tokenWeight(event: AwsBedrockModelInvocation): number {
  const { input, output, cacheRead, cacheWrite } = tokens(event);
  const weight = input + output + cacheWrite + cacheRead * CACHE.read;
  return Math.round(modelName(event).name.includes("embed") ? weight * EMBEDDED : weight);
}
