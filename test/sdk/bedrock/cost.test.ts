import { describe, expect, test } from "vitest";
import { cost } from "../../../sdk/bedrock/index.ts";
import { type Organization, withOrganization } from "../../../sdk/rule/organization.ts";
import { asked, event } from "./event.ts";

/** What a million tokens of each kind cost. */
function ofMillion(modelId: string, told: Partial<Organization> = {}): (number | boolean)[] {
  const of = (fields: object): number =>
    withOrganization(told, () => cost(event({ modelId, ...fields })).dollars);
  return [
    of({ input: { inputTokenCount: 1_000_000 } }),
    of({ output: { outputTokenCount: 1_000_000 } }),
    of({ input: { cacheReadInputTokenCount: 1_000_000 } }),
    of({ input: { cacheWriteInputTokenCount: 1_000_000 } }),
    withOrganization(told, () => cost(event({ modelId })).estimated),
  ].map((value) => (typeof value === "number" ? Number(value.toFixed(6)) : value));
}

describe("tokens", () => {
  test.each([
    ["a model of the table, by any version", "anthropic.claude-3-haiku-20240307-v1:0", 0.25, 1.25, false],
    ["a model of the table, through a profile", "us.anthropic.claude-opus-4-7", 5, 25, false],
    ["another version of a model line", "eu.anthropic.claude-sonnet-4-20250514-v1:0", 3, 15, true],
    ["the dearest version of a model line", "anthropic.claude-opus-9-20300101-v1:0", 15, 75, true],
    ["an unknown line of a family", "anthropic.claude-instant-v1", 15, 75, true],
    ["another size of a family", "meta.llama3-8b-instruct-v1:0", 5.32, 16, true],
    ["embeddings", "amazon.titan-embed-text-v2:0", 0.029, 0, false],
    ["another maker's embeddings", "cohere.embed-english-v3", 0.029, 0, true],
    ["an unknown family", "openai.gpt-oss-120b-1:0", 3, 15, true],
    ["a name out of an object's own", "constructor", 3, 15, true],
    [
      "a model that is hidden",
      "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/k3f8",
      3,
      15,
      true,
    ],
  ])("of %s", (_, modelId, input, output, estimated) => {
    expect(ofMillion(modelId)).toEqual([
      input,
      output,
      Number((input / 10).toFixed(6)),
      Number((input * 1.25).toFixed(6)),
      estimated,
    ]);
  });

  test("add up", () => {
    const used = event({
      modelId: "anthropic.claude-opus-4-7",
      input: { inputTokenCount: 1000, cacheReadInputTokenCount: 100_000, cacheWriteInputTokenCount: 2000 },
      output: { outputTokenCount: 400 },
    });
    expect(cost(used)).toEqual({ dollars: 0.0775, outputPrice: 25, estimated: false });
  });

  test("that nobody counted cost nothing", () => {
    expect(cost(event()).dollars).toBe(0);
  });
});

describe("the company's prices go first", () => {
  const price = { input: 2, output: 4 };

  test("by the name without version and profile", () => {
    expect(ofMillion("us.amazon.nova-pro-v1:0", { prices: { "amazon.nova-pro": price } })).toEqual([
      2,
      4,
      0.2,
      2.5,
      false,
    ]);
  });

  test("with prices of the cache, where they are told", () => {
    const prices = { "amazon.nova-pro": { ...price, cacheRead: 1, cacheWrite: 0 } };
    expect(ofMillion("amazon.nova-pro-v1:0", { prices })).toEqual([2, 4, 1, 0, false]);
  });

  test("for a model that hides its name", () => {
    const prices = { "application-inference-profile/k3f8": price };
    const arn = "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/k3f8";
    expect(ofMillion(arn, { prices })).toEqual([2, 4, 0.2, 2.5, false]);
  });

  test("and say nothing of other models", () => {
    expect(ofMillion("amazon.nova-lite-v1:0", { prices: { "amazon.nova-pro": price } })).toEqual([
      0.06,
      0.24,
      0.006,
      0.075,
      false,
    ]);
  });
});

describe("images and videos", () => {
  const images = { taskType: "TEXT_IMAGE", imageGenerationConfig: { numberOfImages: 3 } };
  const video = { taskType: "TEXT_VIDEO", videoGenerationConfig: { durationSeconds: 12 } };

  test("count where they have a price", () => {
    expect(cost(asked(images, { modelId: "amazon.nova-canvas-v1:0" })).dollars).toBeCloseTo(0.12);
    const reel = asked(video, { modelId: "amazon.nova-reel-v1:1" });
    const prices = { "amazon.nova-reel-v1": { input: 0, output: 0, second: 0.1 } };
    expect(withOrganization({ prices }, () => cost(reel).dollars)).toBe(0);
    const told = { "amazon.nova-reel": { input: 0, output: 0, second: 0.1 } };
    const again = asked(video, { modelId: "amazon.nova-reel-v1:1" });
    expect(withOrganization({ prices: told }, () => cost(again).dollars)).toBeCloseTo(1.2);
  });

  test("cost nothing without one, and are estimated", () => {
    expect(cost(asked(images, { modelId: "amazon.titan-image-generator-v2:0" }))).toMatchObject({
      dollars: 0,
      estimated: true,
    });
  });
});
