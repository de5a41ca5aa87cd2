import type { Fields } from "./fields.ts";

const MESSAGE = { message: { role: "text", content: "list" } } as const;

const USAGE = { inputTokens: "number", outputTokens: "number", totalTokens: "number" } as const;

/** What answers are made of, from the API reference of Amazon Bedrock and those of the models' makers. */
export const RESPONSE_SHAPES = {
  converse: {
    output: MESSAGE,
    stopReason: "text",
    usage: { ...USAGE, cacheReadInputTokens: "number", cacheWriteInputTokens: "number" },
    metrics: { latencyMs: "number" },
    trace: "json",
  },
  nova: {
    output: MESSAGE,
    stopReason: "text",
    usage: { ...USAGE, cacheReadInputTokenCount: "number", cacheWriteInputTokenCount: "number" },
  },
  "nova-embed": { embeddings: "list" },
  "anthropic-messages": {
    id: "text",
    role: "text",
    model: "text",
    content: "list",
    stop_reason: "text",
    stop_sequence: "text",
    usage: {
      input_tokens: "number",
      output_tokens: "number",
      cache_creation_input_tokens: "number",
      cache_read_input_tokens: "number",
    },
  },
  "anthropic-text": { completion: "text", stop_reason: "text", stop: "text" },
  chat: {
    id: "text",
    model: "text",
    choices: "list",
    usage: { prompt_tokens: "number", completion_tokens: "number", total_tokens: "number" },
  },
  responses: {
    id: "text",
    model: "text",
    status: "text",
    output: "list",
    usage: { input_tokens: "number", output_tokens: "number", total_tokens: "number" },
  },
  llama: {
    generation: "text",
    prompt_token_count: "number",
    generation_token_count: "number",
    stop_reason: "text",
  },
  mistral: { outputs: "list" },
  "ai21-j2": { completions: "list" },
  "cohere-command": { prompt: "text", generations: "list" },
  "cohere-chat": {
    text: "text",
    chat_history: "list",
    citations: "list",
    finish_reason: "text",
    tool_calls: "list",
  },
  "cohere-embed": { embeddings: "json", texts: "list", response_type: "text" },
  "titan-text": { inputTextTokenCount: "number", results: "list" },
  "titan-embed": { embedding: "list", embeddingsByType: "json", inputTextTokenCount: "number" },
  "titan-image": { images: "list", error: "text" },
  stability: { artifacts: "list", images: "list", seeds: "list", finish_reasons: "list" },
} as const satisfies Record<string, Fields>;
