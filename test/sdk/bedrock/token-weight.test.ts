import { expect, test } from "vitest";
import { tokenWeight } from "../../../sdk/bedrock/index.ts";
import { event } from "./event.ts";

const used = {
  input: { inputTokenCount: 6, cacheReadInputTokenCount: 129_709, cacheWriteInputTokenCount: 1000 },
  output: { outputTokenCount: 412 },
};

test("what is read from the cache counts as a tenth, all else as one, in whole tokens", () => {
  expect(tokenWeight(event({ modelId: "anthropic.claude-opus-4-7", ...used }))).toBe(14_389);
});

test("what is embedded counts as a hundredth", () => {
  const fields = { modelId: "cohere.embed-english-v3", input: { inputTokenCount: 5000 } };
  expect(tokenWeight(event(fields))).toBe(50);
});

test("what nobody counted is none", () => {
  expect(tokenWeight(event())).toBe(0);
});
