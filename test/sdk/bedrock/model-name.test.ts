import { expect, test } from "vitest";
import { modelName } from "../../../sdk/bedrock/index.ts";
import { event } from "./event.ts";

test.each([
  ["anthropic.claude-3-5-sonnet-20241022-v2:0", "anthropic.claude-3-5-sonnet", "anthropic.claude-sonnet"],
  ["us.anthropic.claude-opus-4-7", "anthropic.claude-opus-4-7", "anthropic.claude-opus"],
  ["anthropic.claude-v2:1", "anthropic.claude", "anthropic.claude"],
  ["anthropic.claude-3-sonnet-20240229-v1:0:200k", "anthropic.claude-3-sonnet", "anthropic.claude-sonnet"],
  ["amazon.titan-text-express-v1", "amazon.titan-text-express", "amazon.titan-text-express"],
  ["meta.llama3-1-405b-instruct-v1:0", "meta.llama3-1-405b-instruct", "meta.llama-405b-instruct"],
  ["mistral.mistral-large-2407-v1:0", "mistral.mistral-large", "mistral.mistral-large"],
  ["ai21.jamba-1-5-large-v1:0", "ai21.jamba-1-5-large", "ai21.jamba-large"],
  ["", "unknown", "unknown"],
  [
    "arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abc-v1",
    "provisioned-model/abc-v1",
    "provisioned-model/abc-v1",
  ],
])("%s", (modelId, name, line) => {
  expect(modelName(event({ modelId }))).toEqual({ name, line });
});

test("no more of an id counts than ids have, and no more ids are remembered than there may be", () => {
  expect(modelName(event({ modelId: `made-up.${"x".repeat(5000)}` })).name).toHaveLength(100);
  for (let at = 0; at < 3000; at++)
    expect(modelName(event({ modelId: `made-up.model${at}-v1` })).line).toBe("made-up.model");
});
