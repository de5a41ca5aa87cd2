import { describe, expect, expectTypeOf, test } from "vitest";
import { type RequestBody, requestBody } from "../../../sdk/bedrock/index.ts";
import type { JsonArray, JsonValue } from "../../../sdk/event/index.ts";
import { asked, event, sandbox } from "./event.ts";

const HIDDEN = "arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/k3f8w1zq0t7d";
const messages = [{ role: "user", content: "Where is pallet 12?" }];

const kindOf = (body: JsonValue, fields: object) => requestBody(asked(body, fields)).kind;

describe("kinds by model", () => {
  test.each<[string, string, JsonValue]>([
    ["anthropic-messages", "us.anthropic.claude-haiku-4-5-20251001-v1:0", { messages }],
    ["nova", "amazon.nova-pro-v1:0", { messages }],
    ["chat", "openai.gpt-oss-120b-1:0", { messages }],
    ["chat", "qwen.qwen3-32b-v1:0", { messages }],
    ["chat", "us.deepseek.v3.2", { messages }],
    ["chat", "mistral.mistral-large-2402-v1:0", { messages }],
    ["chat", "ai21.jamba-1-5-large-v1:0", { messages }],
    ["responses", "openai.gpt-oss-120b-1:0", { input: "Hello" }],
    ["anthropic-text", "anthropic.claude-v2:1", { prompt: "\n\nHuman: Hello\n\nAssistant:" }],
    ["llama", "us.meta.llama3-3-70b-instruct-v1:0", { prompt: "Hello" }],
    ["mistral", "mistral.mistral-7b-instruct-v0:2", { prompt: "Hello" }],
    ["completion", "us.deepseek.r1-v1:0", { prompt: "Hello" }],
    ["ai21-j2", "ai21.j2-ultra-v1", { prompt: "Hello" }],
    ["cohere-command", "cohere.command-text-v14", { prompt: "Hello" }],
    ["cohere-chat", "cohere.command-r-plus-v1:0", { message: "Hello" }],
    ["cohere-embed", "cohere.embed-english-v3", { texts: ["Hello"], input_type: "search_query" }],
    ["titan-text", "amazon.titan-text-express-v1", { inputText: "Hello" }],
    ["titan-embed", "amazon.titan-embed-text-v2:0", { inputText: "Hello" }],
    ["titan-embed", "amazon.titan-embed-image-v1", { inputImage: "aGVsbG8=" }],
    ["titan-image", "amazon.titan-image-generator-v2:0", { taskType: "TEXT_IMAGE" }],
    ["titan-image", "amazon.nova-canvas-v1:0", { taskType: "TEXT_IMAGE" }],
    ["nova-embed", "amazon.nova-2-multimodal-embeddings-v1:0", { taskType: "SEGMENTED_EMBEDDING" }],
    ["stability", "stability.stable-diffusion-xl-v1", { text_prompts: [{ text: "A quay" }] }],
    ["stability", "stability.sd3-5-large-v1:0", { prompt: "A quay" }],
    ["unknown", "meta.llama3-8b-v1:0", { question: "Hello" }],
  ])("%s of %s", (kind, modelId, body) => {
    expect(kindOf(body, { modelId, operation: "InvokeModel" })).toBe(kind);
    expect(kindOf(body, { modelId, operation: "InvokeModelWithResponseStream" })).toBe(kind);
  });
});

describe("kinds by the body, where the model's id hides it", () => {
  test.each<[string, JsonValue]>([
    ["anthropic-messages", { anthropic_version: "bedrock-2023-05-31", messages }],
    ["nova", { schemaVersion: "messages-v1", messages }],
    ["nova", { messages, inferenceConfig: { maxTokens: 5 } }],
    ["chat", { messages, max_tokens: 5 }],
    ["anthropic-text", { prompt: "Hello", max_tokens_to_sample: 5 }],
    ["llama", { prompt: "Hello", max_gen_len: 5 }],
    ["ai21-j2", { prompt: "Hello", maxTokens: 5 }],
    ["cohere-command", { prompt: "Hello", num_generations: 2 }],
    ["stability", { prompt: "A quay", aspect_ratio: "16:9" }],
    ["completion", { prompt: "Hello", max_tokens: 5 }],
    ["titan-embed", { inputText: "Hello", dimensions: 256 }],
    ["nova-embed", { taskType: "SINGLE_EMBEDDING", singleEmbeddingParams: { text: { value: "Hello" } } }],
    ["titan-image", { taskType: "INPAINTING", inPaintingParams: {} }],
    ["titan-text", { inputText: "Hello", textGenerationConfig: {} }],
    ["unknown", {}],
    ["unknown", JSON.parse('{"__proto__":{"messages":[]}}') as JsonValue],
  ])("%s", (kind, body) => {
    expect(kindOf(body, { modelId: HIDDEN, operation: "InvokeModel" })).toBe(kind);
  });
});

describe("kinds by operation", () => {
  test.each(["Converse", "ConverseStream"])("%s has one shape for all models", (operation) => {
    expect(kindOf({ messages }, { modelId: "anthropic.claude-v2:1", operation })).toBe("converse");
    expect(kindOf({ messages }, { modelId: HIDDEN, operation })).toBe("converse");
  });

  test.each([undefined, "SomethingNew", 7])("%s leaves it to the model and the body", (operation) => {
    expect(kindOf({ messages }, { modelId: "anthropic.claude-v2:1", operation })).toBe("anthropic-messages");
  });
});

describe("what a variant has", () => {
  test("the fields that its shape promises, nested ones too, and the whole body", () => {
    const body = requestBody(sandbox("converse-tool-use"));
    if (body.kind !== "converse") throw new Error(body.kind);
    expect(body.inferenceConfig).toEqual({ maxTokens: 500 });
    expect(body.toolConfig?.tools).toHaveLength(2);
    expect(body.raw).toHaveProperty(["toolConfig", "toolChoice"], { auto: {} });
  });

  test("nothing of another type than promised", () => {
    const raw = {
      messages: "Hello",
      system: { text: "Be brief." },
      inferenceConfig: { maxTokens: "300", temperature: 0, stopSequences: {} },
      toolConfig: [],
    };
    expect(requestBody(asked(raw, { operation: "Converse" }))).toEqual({
      kind: "converse",
      raw,
      inferenceConfig: { temperature: 0 },
    });
  });

  test("its own kind and body, whatever the body says", () => {
    const raw = { kind: "chat", raw: "", prompt: "Hello" };
    expect(requestBody(asked(raw, { modelId: "meta.llama3-8b-v1:0" }))).toEqual({
      kind: "llama",
      raw,
      prompt: "Hello",
    });
  });

  test("types that follow its kind", () => {
    type Of<Kind> = Extract<RequestBody, { readonly kind: Kind }>;
    expectTypeOf<Of<"titan-text">["inputText"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Of<"converse">["messages"]>().toEqualTypeOf<JsonArray | undefined>();
    expectTypeOf<NonNullable<Of<"nova">["inferenceConfig"]>["maxTokens"]>().toEqualTypeOf<
      number | undefined
    >();
    // @ts-expect-error Llama's limit is max_gen_len
    expectTypeOf<Of<"llama">["max_tokens"]>().toBeNever();
  });
});

test.each<[string, object, string]>([
  ["no input", {}, "absent"],
  ["an input without a body", { input: { inputTokenCount: 5 } }, "absent"],
  [
    "a body that is elsewhere",
    { input: { inputBodyS3Path: "s3://tolvane-logs/data/1_input.json.gz" } },
    "absent",
  ],
  ["null", { input: { inputBodyJson: null } }, "absent"],
  ["a text", { input: { inputBodyJson: "Hello" } }, "unknown"],
  ["a list", { input: { inputBodyJson: [{ prompt: "Hello" }] } }, "unknown"],
])("%s is no shape", (_, fields, kind) => {
  expect(requestBody(event(fields)).kind).toBe(kind);
});

test("every rule gets the same body, and none can change it", () => {
  const one = sandbox("converse-text");
  const body = requestBody(one);
  expect(requestBody(one)).toBe(body);
  expect(Object.isFrozen(body)).toBe(true);
  expect(body.kind === "converse" && Object.isFrozen(body.inferenceConfig)).toBe(true);
});
