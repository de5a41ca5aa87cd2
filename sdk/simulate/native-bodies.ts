import type { Bodies, Call } from "./call.ts";
import type { Family } from "./models.ts";
import type { Random } from "./random.ts";
import { BRIEFING, talk } from "./talk.ts";

type Writer = (call: Call, random: Random, words: number) => Bodies;

const anthropic: Writer = ({ tokens }, random, words) => ({
  input: {
    anthropic_version: "bedrock-2023-05-31",
    max_tokens: 1_024,
    system: BRIEFING,
    messages: [{ role: "user", content: talk(random, words) }],
  },
  output: {
    id: `msg_bdrk_${random.hex(16)}`,
    type: "message",
    role: "assistant",
    content: [{ type: "text", text: talk(random, words) }],
    stop_reason: "end_turn",
    stop_sequence: null,
    usage: {
      input_tokens: tokens.input,
      ...(tokens.cacheWrite !== undefined && { cache_creation_input_tokens: tokens.cacheWrite }),
      ...(tokens.cacheRead !== undefined && { cache_read_input_tokens: tokens.cacheRead }),
      output_tokens: tokens.output,
    },
  },
});

const nova: Writer = ({ tokens }, random, words) => ({
  input: {
    schemaVersion: "messages-v1",
    system: [{ text: BRIEFING }],
    messages: [{ role: "user", content: [{ text: talk(random, words) }] }],
    inferenceConfig: { maxTokens: 1_024 },
  },
  output: {
    output: { message: { role: "assistant", content: [{ text: talk(random, words) }] } },
    stopReason: "end_turn",
    usage: {
      inputTokens: tokens.input,
      outputTokens: tokens.output,
      totalTokens: tokens.input + tokens.output,
      cacheReadInputTokenCount: tokens.cacheRead ?? 0,
      cacheWriteInputTokenCount: tokens.cacheWrite ?? 0,
    },
  },
});

const titanText: Writer = ({ tokens }, random, words) => ({
  input: {
    inputText: talk(random, words),
    textGenerationConfig: { maxTokenCount: 512, temperature: 0, stopSequences: [] },
  },
  output: {
    inputTextTokenCount: tokens.input,
    results: [{ tokenCount: tokens.output, outputText: talk(random, words), completionReason: "FINISH" }],
  },
});

const llama: Writer = ({ tokens }, random, words) => ({
  input: { prompt: talk(random, words), max_gen_len: 512, temperature: 0.2 },
  output: {
    generation: talk(random, words),
    prompt_token_count: tokens.input,
    generation_token_count: tokens.output,
    stop_reason: "stop",
  },
});

const mistral: Writer = (_call, random, words) => ({
  input: { prompt: `<s>[INST] ${talk(random, words)} [/INST]`, max_tokens: 512 },
  output: { outputs: [{ text: talk(random, words), stop_reason: "stop" }] },
});

const cohereEmbed: Writer = (_call, random, words) => {
  const texts = [talk(random, words), talk(random, words)];
  return {
    input: { texts, input_type: "search_document", truncate: "END" },
    output: {
      id: random.uuid(),
      texts,
      embeddings: texts.map(() => Array.from({ length: 4 }, () => random.int(-999, 999) / 10_000)),
      response_type: "embeddings_floats",
    },
  };
};

const titanImage: Writer = (_call, random, words) => ({
  input: {
    taskType: "TEXT_IMAGE",
    textToImageParams: { text: talk(random, words) },
    imageGenerationConfig: { numberOfImages: 1, width: 512, height: 512, quality: "standard", cfgScale: 8 },
  },
  output: { images: [`iVBORw0KGgo${random.hex(64)}`], error: null },
});

/** How each model family is asked and answers through InvokeModel. */
const WRITERS: Readonly<Partial<Record<Family, Writer>>> = {
  anthropic,
  "cohere-embed": cohereEmbed,
  llama,
  mistral,
  nova,
  "titan-image": titanImage,
  "titan-text": titanText,
};

/** Families that no workload speaks in small talk have Anthropic's form here; their exchanges have a form of their own. */
export const nativeBodies: Writer = (call, random, words) =>
  (WRITERS[call.model.family] ?? anthropic)(call, random, words);
