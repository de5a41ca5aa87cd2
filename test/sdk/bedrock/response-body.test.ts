import { describe, expect, expectTypeOf, test } from "vitest";
import { type ResponseBody, responseBody } from "../../../sdk/bedrock/index.ts";
import type { JsonArray, JsonValue } from "../../../sdk/event/index.ts";
import { answered, event, sandbox } from "./event.ts";

describe("kinds", () => {
  test.each([
    ["converse-text", "converse"],
    ["converse-stream-text", "converse"],
    ["invoke-model-nova", "nova"],
    ["invoke-model-anthropic-messages", "anthropic-messages"],
    ["invoke-model-anthropic-text", "anthropic-text"],
    ["invoke-model-openai-chat", "chat"],
    ["invoke-model-mistral-chat", "chat"],
    ["invoke-model-jamba", "chat"],
    ["invoke-model-deepseek", "chat"],
    ["invoke-model-llama", "llama"],
    ["invoke-model-mistral-prompt", "mistral"],
    ["invoke-model-cohere-command", "cohere-chat"],
    ["invoke-model-cohere-embed", "cohere-embed"],
    ["invoke-model-titan-text", "titan-text"],
    ["invoke-model-titan-embed", "titan-embed"],
    ["invoke-model-titan-image", "titan-image"],
    ["invoke-model-with-response-stream", "stream"],
    ["invoke-model-with-response-stream-titan-text", "stream"],
    ["converse-error-access-denied", "absent"],
    ["converse-metadata-only", "absent"],
    ["converse-stream-offloaded-body", "absent"],
  ])("%s is %s", (name, kind) => {
    expect(responseBody(sandbox(name)).kind).toBe(kind);
  });

  test.each<[string, JsonValue]>([
    ["ai21-j2", { completions: [{ data: { text: "a" } }] }],
    ["cohere-command", { generations: [{ text: "a" }] }],
    ["responses", { object: "response", output: [] }],
    ["stability", { artifacts: [{ base64: "" }] }],
    ["stability", { images: [""], seeds: [5], finish_reasons: [null] }],
    ["cohere-embed", { embeddings: [[0.1]] }],
    ["stream", []],
    ["stream", ["[DONE]"]],
    ["unknown", { answer: "a" }],
    ["unknown", "a"],
    ["unknown", 5],
  ])("%s by the body alone", (kind, body) => {
    expect(responseBody(answered(body, { modelId: "unheard-of" })).kind).toBe(kind);
  });

  test("Nova's embeddings are told from Cohere's by the model", () => {
    const modelId = "amazon.nova-2-multimodal-embeddings-v1:0";
    const embeddings = [{ embeddingType: "TEXT", embedding: [0.1] }];
    expect(responseBody(answered({ embeddings }, { modelId })).kind).toBe("nova-embed");
  });

  test("a list from ConverseStream is a stream all the same", () => {
    expect(responseBody(answered([{ messageStart: {} }], { operation: "ConverseStream" })).kind).toBe(
      "stream",
    );
  });
});

test("a variant has the fields of its shape that are of the right type", () => {
  const raw = { generation: "A straggler.", prompt_token_count: "24", generation_token_count: 5, other: 1 };
  expect(responseBody(answered(raw))).toEqual({
    kind: "llama",
    raw,
    generation: "A straggler.",
    generation_token_count: 5,
  });
});

test("types follow the kind", () => {
  type Of<Kind> = Extract<ResponseBody, { readonly kind: Kind }>;
  expectTypeOf<Of<"llama">["generation"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Of<"stream">["raw"]>().toEqualTypeOf<JsonArray>();
  expectTypeOf<Of<"absent">["raw"]>().toEqualTypeOf<undefined>();
});

test("every rule gets the same body, and none can change it", () => {
  const one = event({ output: { outputBodyJson: { completion: "a" } } });
  expect(responseBody(one)).toBe(responseBody(one));
  expect(Object.isFrozen(responseBody(one))).toBe(true);
});
