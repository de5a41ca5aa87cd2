import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { isJsonObject, type JsonArray, type JsonObject, type JsonValue } from "../event/index.ts";
import { along, at } from "./at.ts";
import { perEvent } from "./per-event.ts";
import { type Count, FIRST_KEYS, SOURCES } from "./token-sources.ts";

/** How many tokens a call used. A count that the record does not have is 0. */
export interface Tokens {
  /** Read by the model, without those that came from or went to the prompt cache. */
  readonly input: number;
  /** Written by the model. */
  readonly output: number;
  /** Read from the prompt cache, at about a tenth of the price of input. */
  readonly cacheRead: number;
  /** Read by the model and written to the prompt cache. */
  readonly cacheWrite: number;
  /** The sum of the four. */
  readonly total: number;
}

type Counts = { [Name in Count]: number | undefined };

/**
 * How many tokens a call used: the envelope's counts, and each one that it lacks from the output body, whichever
 * model wrote it. In a stream the last chunk that has a count is right. Whatever is no number, negative, or
 * beyond what a number holds exactly (2^53) is ignored.
 *
 * @example
 * tokens(event); // { input: 6, output: 412, cacheRead: 129709, cacheWrite: 0, total: 130127 }
 */
export const tokens: (event: AwsBedrockModelInvocation) => Tokens = perEvent((event) => {
  const counts: Counts = {
    input: countOf(event.input?.inputTokenCount),
    output: countOf(event.output?.outputTokenCount),
    cacheRead: countOf(event.input?.cacheReadInputTokenCount),
    cacheWrite: countOf(event.input?.cacheWriteInputTokenCount),
  };
  const body = event.output?.outputBodyJson;
  if (isJsonObject(body)) fill(counts, body);
  else if (Array.isArray(body)) fillFromStream(counts, body);
  const { input = 0, output = 0, cacheRead = 0, cacheWrite = 0 } = counts;
  return { input, output, cacheRead, cacheWrite, total: input + output + cacheRead + cacheWrite };
});

function fillFromStream(counts: Counts, chunks: JsonArray): void {
  for (let index = chunks.length - 1; index >= 0 && !isComplete(counts); index--) {
    const chunk = chunks[index];
    if (isJsonObject(chunk) && hasSource(chunk)) fill(counts, chunk);
  }
}

/** Passes quickly over the chunks that hold a piece of text, which are nearly all. */
function hasSource(chunk: JsonObject): boolean {
  for (const key in chunk) if (FIRST_KEYS.has(key)) return true;
  return false;
}

/** Adds the counts that are missing so far and that a body or chunk has. */
function fill(counts: Counts, body: JsonObject): void {
  for (const source of SOURCES) {
    if (isComplete(counts)) return;
    const [first] = source.at;
    if (first !== undefined && !Object.hasOwn(body, first)) continue;
    const holder = along(body, source.at);
    if (holder === undefined) continue;
    const cached = source.cached && countOf(along(holder, source.cached));
    const input = read(holder, source.input);
    counts.input ??= input === undefined ? undefined : Math.max(0, input - (cached ?? 0));
    counts.output ??= read(holder, source.output);
    counts.cacheRead ??= read(holder, source.cacheRead) ?? cached;
    counts.cacheWrite ??= read(holder, source.cacheWrite);
  }
}

function isComplete({ input, output, cacheRead, cacheWrite }: Counts): boolean {
  return input !== undefined && output !== undefined && cacheRead !== undefined && cacheWrite !== undefined;
}

/** The count under a key, or the sum of those in a list's elements. */
function read(holder: JsonValue | undefined, key: string | undefined): number | undefined {
  if (key === undefined) return undefined;
  if (!Array.isArray(holder)) return countOf(at(holder, key));
  const counts = holder.map((element) => countOf(at(element, key))).filter((count) => count !== undefined);
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count);
}

function countOf(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? value : undefined;
}
