import { describe, expect, test } from "vitest";
import { tokens } from "../../../sdk/bedrock/index.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";
import { event } from "./event.ts";

/** Input, output, cache read, cache write; the total is checked to be their sum. */
function counts(fields: object): number[] {
  const { input, output, cacheRead, cacheWrite, total } = tokens(event(fields));
  expect(total).toBe(input + output + cacheRead + cacheWrite);
  return [input, output, cacheRead, cacheWrite];
}

const inBody = (outputBodyJson: JsonValue) => counts({ output: { outputBodyJson } });

const METRICS = "amazon-bedrock-invocationMetrics";
const anthropicStart = {
  type: "message_start",
  message: {
    usage: {
      input_tokens: 6,
      cache_read_input_tokens: 900,
      cache_creation_input_tokens: 40,
      output_tokens: 1,
    },
  },
};
const anthropicDelta = {
  type: "message_delta",
  delta: { stop_reason: "end_turn" },
  usage: { output_tokens: 70 },
};
const text = { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "Claim" } };

describe("the envelope", () => {
  test("goes before the body", () => {
    expect(
      counts({
        input: { inputTokenCount: 6, cacheReadInputTokenCount: 129_709, cacheWriteInputTokenCount: 12 },
        output: { outputTokenCount: 0, outputBodyJson: { usage: { inputTokens: 999, outputTokens: 999 } } },
      }),
    ).toEqual([6, 0, 129_709, 12]);
  });

  test("the body fills in only what it lacks", () => {
    expect(
      counts({
        input: { inputTokenCount: 6 },
        output: {
          outputTokenCount: 7,
          outputBodyJson: { usage: { inputTokens: 999, outputTokens: 999, cacheReadInputTokens: 50 } },
        },
      }),
    ).toEqual([6, 7, 50, 0]);
  });

  test("cached tokens of a chat body are beside the envelope's input", () => {
    const usage = { prompt_tokens: 110, prompt_tokens_details: { cached_tokens: 100 } };
    expect(counts({ input: { inputTokenCount: 10 }, output: { outputBodyJson: { usage } } })).toEqual([
      10, 0, 100, 0,
    ]);
  });

  test.each([[{}], [{ input: {}, output: {} }]])("%j has none", (fields) => {
    expect(counts(fields)).toEqual([0, 0, 0, 0]);
  });
});

describe("bodies", () => {
  test.each<[string, JsonValue, number[]]>([
    [
      "Converse",
      {
        usage: {
          inputTokens: 5,
          outputTokens: 7,
          totalTokens: 15,
          cacheReadInputTokens: 2,
          cacheWriteInputTokens: 1,
        },
      },
      [5, 7, 2, 1],
    ],
    [
      "Nova",
      {
        usage: {
          inputTokens: 5,
          outputTokens: 7,
          totalTokens: 12,
          cacheReadInputTokenCount: 2,
          cacheWriteInputTokenCount: 1,
        },
      },
      [5, 7, 2, 1],
    ],
    [
      "Anthropic",
      {
        usage: {
          input_tokens: 5,
          output_tokens: 7,
          cache_creation_input_tokens: 1,
          cache_read_input_tokens: 2,
        },
      },
      [5, 7, 2, 1],
    ],
    [
      "Titan text",
      { inputTextTokenCount: 5, results: [{ tokenCount: 4, outputText: "a" }, null, { tokenCount: 3 }, {}] },
      [5, 7, 0, 0],
    ],
    ["Titan embeddings", { embedding: [0.1, 0.2], inputTextTokenCount: 5 }, [5, 0, 0, 0]],
    ["Llama", { generation: "a", prompt_token_count: 5, generation_token_count: 7 }, [5, 7, 0, 0]],
    [
      "chat",
      { usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12, prompt_tokens_details: null } },
      [5, 7, 0, 0],
    ],
    [
      "chat, part of it cached",
      { usage: { prompt_tokens: 105, completion_tokens: 7, prompt_tokens_details: { cached_tokens: 100 } } },
      [5, 7, 100, 0],
    ],
    [
      "chat, more cached than read",
      { usage: { prompt_tokens: 5, prompt_tokens_details: { cached_tokens: 100 } } },
      [0, 0, 100, 0],
    ],
    [
      "AI21 Jamba",
      { choices: [], usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 } },
      [5, 7, 0, 0],
    ],
    [
      "OpenAI responses",
      { usage: { input_tokens: 105, output_tokens: 7, input_tokens_details: { cached_tokens: 100 } } },
      [5, 7, 100, 0],
    ],
    [
      "Cohere Command R",
      {
        text: "a",
        meta: {
          billed_units: { input_tokens: 4, output_tokens: 7 },
          tokens: { input_tokens: 5, output_tokens: 7 },
        },
      },
      [5, 7, 0, 0],
    ],
    ["Cohere Embed", { embeddings: [[0.1]], meta: { billed_units: { input_tokens: 5 } } }, [5, 0, 0, 0]],
    [
      "Cohere chat",
      { usage: { billed_units: {}, tokens: { input_tokens: 5, output_tokens: 7 } } },
      [5, 7, 0, 0],
    ],
    ["Mistral text", { outputs: [{ text: "a" }] }, [0, 0, 0, 0]],
    ["Stability", { artifacts: [{ base64: "aGk=" }] }, [0, 0, 0, 0]],
  ])("%s", (_, body, expected) => {
    expect(inBody(body)).toEqual(expected);
  });
});

describe("streams", () => {
  test.each<[string, JsonValue, number[]]>([
    [
      "Anthropic",
      [
        anthropicStart,
        text,
        anthropicDelta,
        { type: "message_stop", [METRICS]: { inputTokenCount: 6, outputTokenCount: 70 } },
      ],
      [6, 70, 900, 40],
    ],
    [
      "Anthropic, stopped by a guardrail",
      [anthropicStart, text, anthropicDelta, { type: "message_stop" }],
      [6, 70, 900, 40],
    ],
    ["Anthropic, cut off", [anthropicStart, text], [6, 1, 900, 40]],
    [
      "metrics with cache",
      [
        {
          [METRICS]: {
            inputTokenCount: 5,
            outputTokenCount: 7,
            cacheReadInputTokenCount: 2,
            cacheWriteInputTokenCount: 1,
          },
        },
        "[DONE]",
      ],
      [5, 7, 2, 1],
    ],
    [
      "Nova",
      [
        { contentBlockDelta: {} },
        { metadata: { usage: { inputTokens: 5, outputTokens: 7, cacheReadInputTokenCount: 2 } } },
      ],
      [5, 7, 2, 0],
    ],
    [
      "Converse events",
      [{ metadata: { usage: { inputTokens: 5, outputTokens: 7, cacheWriteInputTokens: 1 } } }],
      [5, 7, 0, 1],
    ],
    [
      "Titan",
      [
        { outputText: "a", inputTextTokenCount: 5, totalOutputTextTokenCount: null },
        { outputText: "b", inputTextTokenCount: null, totalOutputTextTokenCount: 7 },
      ],
      [5, 7, 0, 0],
    ],
    [
      "Llama",
      [
        { prompt_token_count: 5, generation_token_count: 1 },
        { prompt_token_count: null, generation_token_count: 7 },
      ],
      [5, 7, 0, 0],
    ],
    [
      "chat",
      [{ usage: null }, { choices: [], usage: { prompt_tokens: 5, completion_tokens: 7 } }, "[DONE]"],
      [5, 7, 0, 0],
    ],
    [
      "OpenAI responses",
      [
        { type: "response.created", response: { usage: null } },
        { type: "response.completed", response: { usage: { input_tokens: 5, output_tokens: 7 } } },
      ],
      [5, 7, 0, 0],
    ],
    ["elements of every kind", [null, 3, "text", [], [{ usage: { inputTokens: 9 } }], true], [0, 0, 0, 0]],
    ["no element", [], [0, 0, 0, 0]],
  ])("%s", (_, body, expected) => {
    expect(inBody(body)).toEqual(expected);
  });
});

describe("what is no count", () => {
  test.each<[string, JsonValue]>([
    ["negative", -5],
    ["not a number", Number.NaN],
    ["infinite", Number.POSITIVE_INFINITY],
    ["beyond what is exact", 2 ** 53],
    ["text", "5"],
    ["null", null],
    ["an object", { valueOf: 5 }],
  ])("%s is ignored", (_, value) => {
    expect(inBody({ usage: { inputTokens: value, input_tokens: 4 } })).toEqual([4, 0, 0, 0]);
    expect(counts({ input: { inputTokenCount: value }, output: { outputTokenCount: value } })).toEqual([
      0, 0, 0, 0,
    ]);
  });

  test.each<[string, JsonValue]>([
    ["text", '{"usage":{"inputTokens":5}}'],
    ["a number", 5],
    ["a boolean", true],
    ["usage as text", { usage: "5", message: "usage", results: "tokenCount" }],
    ["usage as a list in a list", { results: [[{ tokenCount: 5 }]] }],
  ])("%s", (_, body) => {
    expect(inBody(body)).toEqual([0, 0, 0, 0]);
  });

  test("keys that every object answers to are not followed", () => {
    const inherited: JsonValue = Object.create({ usage: { inputTokens: 5 } });
    const parsed: JsonValue = JSON.parse(
      '{"__proto__":{"usage":{"inputTokens":5}},"constructor":{"usage":{}}}',
    );
    expect(inBody(inherited)).toEqual([0, 0, 0, 0]);
    expect(inBody(parsed)).toEqual([0, 0, 0, 0]);
  });
});
