import { describe, expect, test } from "vitest";
import { model } from "../../../sdk/bedrock/index.ts";
import { event } from "./event.ts";

const HAIKU = "anthropic.claude-haiku-4-5-20251001-v1:0";
const ARN = "arn:aws:bedrock:eu-west-1:111122223333";

const GEOGRAPHIES = ["us", "us-gov", "eu", "apac", "jp", "au", "ca", "global"].map(
  (geo): [string, string] => [`${geo}.${HAIKU}`, geo],
);

describe("the shapes of modelId", () => {
  test.each<[string, string | undefined]>([
    [HAIKU, undefined],
    [`${HAIKU}:48k`, undefined],
    ...GEOGRAPHIES,
    [`arn:aws:bedrock:us-east-1::foundation-model/${HAIKU}`, undefined],
    [`arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/${HAIKU}`, undefined],
    [`${ARN}:inference-profile/eu.${HAIKU}`, "eu"],
    [`${ARN}:inference-profile/${HAIKU}`, undefined],
  ])("%s", (modelId, profile) => {
    const id = modelId.endsWith(":48k") ? `${HAIKU}:48k` : HAIKU;
    expect(model(event({ modelId }))).toEqual({ id, family: "claude", provider: "anthropic", profile });
  });

  test.each([
    [`${ARN}:application-inference-profile/k3f8w1zq0t7d`, "application-inference-profile/k3f8w1zq0t7d"],
    [`${ARN}:provisioned-model/q1w2e3r4t5y6`, "provisioned-model/q1w2e3r4t5y6"],
    [
      `${ARN}:custom-model/amazon.titan-text-lite-v1:0:4k/a1b2c3d4e5f6`,
      "custom-model/amazon.titan-text-lite-v1:0:4k/a1b2c3d4e5f6",
    ],
    [`${ARN}:custom-model-deployment/z9y8x7w6v5u4`, "custom-model-deployment/z9y8x7w6v5u4"],
    [`${ARN}:imported-model/m0n9b8v7c6x5`, "imported-model/m0n9b8v7c6x5"],
    [`${ARN}:prompt/PROMPT12345:2`, "prompt/PROMPT12345:2"],
    [`${ARN}:mystery`, "mystery"],
  ])("%s hides its model", (modelId, id) => {
    expect(model(event({ modelId }))).toEqual({
      id,
      family: "unknown",
      provider: "unknown",
      profile: undefined,
    });
  });

  test.each([
    ["", "unknown", undefined],
    [`${ARN}:`, "unknown", undefined],
    ["us.", "unknown", "us"],
    [`${ARN}:inference-profile/`, "unknown", undefined],
    ["us", "us", undefined],
    ["claude-3", "claude-3", undefined],
    [".claude-3", ".claude-3", undefined],
    ["anthropic.", "anthropic.", undefined],
    ["anthropic.-3", "anthropic.-3", undefined],
    ["Not A Provider.x", "Not A Provider.x", undefined],
    [`${"a".repeat(33)}.x`, `${"a".repeat(33)}.x`, undefined],
  ])("%j is no model that we can tell", (modelId, id, profile) => {
    expect(model(event({ modelId }))).toEqual({ id, family: "unknown", provider: "unknown", profile });
  });

  test.each([[undefined], [null], [7]])("%s", (modelId) => {
    expect(model(event({ modelId })).id).toBe("unknown");
  });
});

describe("family and provider", () => {
  test.each([
    ["anthropic.claude-v2:1", "claude", "anthropic"],
    ["anthropic.claude-instant-v1", "claude", "anthropic"],
    ["amazon.nova-2-lite-v1:0", "nova", "amazon"],
    ["amazon.titan-embed-text-v2:0", "titan", "amazon"],
    ["meta.llama3-3-70b-instruct-v1:0", "llama", "meta"],
    ["mistral.mistral-large-2402-v1:0", "mistral", "mistral"],
    ["mistral.mixtral-8x7b-instruct-v0:1", "mixtral", "mistral"],
    ["cohere.command-r-plus-v1:0", "command", "cohere"],
    ["cohere.embed-multilingual-v3", "embed", "cohere"],
    ["ai21.jamba-1-5-large-v1:0", "jamba", "ai21"],
    ["ai21.j2-ultra-v1", "jurassic", "ai21"],
    ["stability.stable-diffusion-xl-v1", "stable-diffusion", "stability"],
    ["stability.sd3-5-large-v1:0", "stable-diffusion", "stability"],
    ["deepseek.r1-v1:0", "deepseek", "deepseek"],
    ["us.deepseek.v3.2", "deepseek", "deepseek"],
    ["openai.gpt-oss-120b-1:0", "gpt", "openai"],
    ["qwen.qwen3-32b-v1:0", "qwen", "qwen"],
    ["constructor.constructor", "constructor", "constructor"],
  ])("%s", (modelId, family, provider) => {
    expect(model(event({ modelId }))).toMatchObject({ family, provider });
  });
});
