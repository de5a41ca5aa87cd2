/** What is counted, each token once. */
export type Count = "input" | "output" | "cacheRead" | "cacheWrite";

/** One place where an answer, or one chunk of a streamed answer, tells its counts. */
export interface Source extends Partial<Readonly<Record<Count, string>>> {
  /** The keys that lead there from the body or chunk. Where that is a list, the counts of its elements add up. */
  readonly at: readonly string[];
  /** Where those are that came from the cache and are part of `input` too. */
  readonly cached?: readonly string[];
}

const CONVERSE = {
  input: "inputTokens",
  output: "outputTokens",
  cacheRead: "cacheReadInputTokens",
  cacheWrite: "cacheWriteInputTokens",
};
const BEDROCK = {
  input: "inputTokenCount",
  output: "outputTokenCount",
  cacheRead: "cacheReadInputTokenCount",
  cacheWrite: "cacheWriteInputTokenCount",
};
const MESSAGES = {
  input: "input_tokens",
  output: "output_tokens",
  cacheRead: "cache_read_input_tokens",
  cacheWrite: "cache_creation_input_tokens",
  cached: ["input_tokens_details", "cached_tokens"],
};
const CHAT = {
  input: "prompt_tokens",
  output: "completion_tokens",
  cached: ["prompt_tokens_details", "cached_tokens"],
};

/** For each count the first source that has it. Cohere's and OpenAI's names are from their own API references. */
export const SOURCES: readonly Source[] = [
  { at: ["amazon-bedrock-invocationMetrics"], ...BEDROCK }, // the last chunk of any stream
  { at: ["usage"], ...CONVERSE }, // Converse, Nova
  { at: ["usage"], ...MESSAGES }, // Anthropic; OpenAI responses, which have the details
  { at: ["usage"], ...CHAT }, // OpenAI, Qwen, DeepSeek, Mistral, AI21 Jamba
  { at: ["usage"], cacheRead: BEDROCK.cacheRead, cacheWrite: BEDROCK.cacheWrite }, // Nova
  { at: ["message", "usage"], ...MESSAGES }, // the first chunk of an Anthropic stream
  { at: ["metadata", "usage"], ...CONVERSE }, // the last chunk of a Nova or Converse stream
  { at: ["metadata", "usage"], cacheRead: BEDROCK.cacheRead, cacheWrite: BEDROCK.cacheWrite }, // Nova
  { at: ["response", "usage"], ...MESSAGES }, // the last chunk of an OpenAI response
  { at: [], input: "inputTextTokenCount", output: "totalOutputTextTokenCount" }, // Titan
  { at: ["results"], output: "tokenCount" }, // Titan text
  { at: [], input: "prompt_token_count", output: "generation_token_count" }, // Llama
  { at: ["usage", "tokens"], input: "input_tokens", output: "output_tokens" }, // Cohere chat
  { at: ["meta", "tokens"], input: "input_tokens", output: "output_tokens" }, // Cohere Command R
  { at: ["meta", "billed_units"], input: "input_tokens", output: "output_tokens" }, // Cohere Command and Embed
];

/** The keys of a body or chunk that sources start at. */
export const FIRST_KEYS = new Set(
  SOURCES.flatMap(({ at: [first], input, output }) => first ?? [input, output]),
);
