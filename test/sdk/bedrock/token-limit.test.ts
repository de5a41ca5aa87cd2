import { expect, test } from "vitest";
import { tokenLimit } from "../../../sdk/bedrock/index.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";
import { asked, event, sandbox } from "./event.ts";

test.each([
  ["converse-text", 300],
  ["invoke-model-nova", 50],
  ["invoke-model-anthropic-messages", 400],
  ["invoke-model-anthropic-text", 50],
  ["invoke-model-titan-text", 64],
  ["invoke-model-llama", 64],
  ["invoke-model-mistral-prompt", 120],
  ["invoke-model-cohere-command", 60],
  ["invoke-model-jamba", 20],
  ["invoke-model-deepseek", 256],
  ["invoke-model-openai-chat", 200],
  ["invoke-model-titan-embed", undefined],
  ["converse-metadata-only", undefined],
  ["invoke-model-error-validation", undefined],
])("%s", (name, limit) => {
  expect(tokenLimit(sandbox(name))).toBe(limit);
});

test.each<[JsonValue, number | undefined]>([
  [{ prompt: "a", maxTokens: 5 }, 5],
  [{ input: "a", max_output_tokens: 5 }, 5],
  [{ messages: [], inferenceConfig: { max_new_tokens: 5 } }, 5],
  [{ prompt: "\n\nHuman:\n\nAssistant:", max_tokens_to_sample: -1 }, -1],
  [{ messages: [], max_tokens: 0 }, 0],
  [{ messages: [], max_tokens: "5", max_completion_tokens: 6 }, 6],
  [{ max_tokens: null }, undefined],
  [JSON.parse('{"__proto__":{"max_tokens":5}}') as JsonValue, undefined],
  [["max_tokens"], undefined],
  ["max_tokens", undefined],
])("%j", (body, limit) => {
  expect(tokenLimit(asked(body))).toBe(limit);
});

test("no body, no limit", () => {
  expect(tokenLimit(event())).toBeUndefined();
});
