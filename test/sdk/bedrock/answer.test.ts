import { describe, expect, test } from "vitest";
import { answer } from "../../../sdk/bedrock/index.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";
import { answered, sandbox } from "./event.ts";

const textOf = (body: JsonValue) => answer(answered(body)).text;

describe("the sandbox's records", () => {
  test.each([
    ["converse-text", "Thirty-three standard pallets, if none is stacked."],
    ["converse-stream-text", "The truck is late."],
    ["converse-guardrail-blocked-output", "I cannot write that note."],
    ["converse-tool-use", "It stands at Oster Quay. I book the next slot."],
    ["invoke-model-anthropic-messages", "Pallet 12 weighs 412 kg."],
    ["invoke-model-anthropic-text", " Bottle green."],
    ["invoke-model-cohere-command", "Gate 5."],
    ["invoke-model-cohere-embed", ""],
    ["invoke-model-deepseek", "Twenty-four with single tyres."],
    ["invoke-model-jamba", "Manifest."],
    ["invoke-model-llama", "A straggler."],
    ["invoke-model-mistral-chat", ""],
    ["invoke-model-mistral-prompt", " The receipt that a carrier gives for the goods it takes."],
    ["invoke-model-nova", "Bulky."],
    ["invoke-model-openai-chat", ""],
    ["invoke-model-titan-embed", ""],
    ["invoke-model-titan-image", ""],
    ["invoke-model-titan-text", "\nThe canteen opens late today."],
    ["invoke-model-with-response-stream", "Good evening, night shift."],
    ["invoke-model-with-response-stream-anthropic-text", " One pallet, two pallets, three pallets."],
    ["invoke-model-with-response-stream-done-marker", "Choppy."],
    ["invoke-model-with-response-stream-guardrail-blocked", "I keep my rules."],
    ["invoke-model-with-response-stream-titan-text", "Thank you for the long haul."],
    ["invoke-model-with-response-stream-tool-use", ""],
    ["invoke-model-with-response-stream-without-metrics", "Brackwell, Oster Quay, Lin"],
    ["stray-request-keys", "The depots are in order now."],
    ["converse-metadata-only", ""],
    ["converse-stream-offloaded-body", ""],
    ["converse-error-access-denied", ""],
  ])("%s", (name, text) => {
    expect(answer(sandbox(name)).text).toBe(text);
  });

  test.each([
    ["converse-reasoning", "The two near stops belong to one truck."],
    ["invoke-model-with-response-stream-tool-use", "The tool knows."],
    ["converse-text", ""],
  ])("%s: what the model thought", (name, reasoning) => {
    expect(answer(sandbox(name)).reasoning).toBe(reasoning);
  });
});

describe("bodies", () => {
  test.each<[string, JsonValue, string]>([
    [
      "several blocks",
      {
        content: [
          { type: "text", text: "one" },
          { type: "text", text: "two" },
        ],
      },
      "one\ntwo",
    ],
    ["content that is a text", { content: "one" }, "one"],
    ["AI21 Jurassic", { completions: [{ data: { text: "one" } }, { data: { text: "two" } }] }, "one\ntwo"],
    ["Cohere Command", { generations: [{ text: "one" }, { text: "two" }] }, "one\ntwo"],
    [
      "several choices",
      { choices: [{ message: { content: "one" } }, { message: { content: "two" } }] },
      "one\ntwo",
    ],
    [
      "chat content as parts",
      { choices: [{ message: { content: [{ type: "text", text: "one" }] } }] },
      "one",
    ],
    [
      "a chat that refuses and says nothing",
      { choices: [{ message: { content: "", refusal: "one" } }] },
      "one",
    ],
    ["a chat that refuses", { choices: [{ message: { content: null, refusal: "one" } }] }, "one"],
    [
      "OpenAI responses",
      { object: "response", output: [{ type: "message", content: [{ type: "output_text", text: "one" }] }] },
      "one",
    ],
    ["Converse in a list of one", [{ output: { message: { content: [{ text: "one" }] } } }], "one"],
    ["text where blocks should be", { output: { message: { content: "one" } } }, "one"],
    ["an output that is a text", { output: "one" }, ""],
    ["an error", { type: "error", error: { message: "one" } }, ""],
    ["a text", "one", ""],
  ])("%s", (_, body, text) => {
    expect(textOf(body)).toBe(text);
  });
});

describe("streams", () => {
  test.each<[string, JsonValue[], string]>([
    [
      "Anthropic, blocks that take turns",
      [
        { type: "content_block_start", index: 0, content_block: { type: "text", text: "A" } },
        { type: "content_block_start", index: 1, content_block: { type: "text", text: "" } },
        { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "KI" } },
        { type: "content_block_delta", index: 1, delta: { type: "text_delta", text: "two" } },
        { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "A" } },
      ],
      "AKIA\ntwo",
    ],
    [
      "Anthropic, a delta without a start or an index",
      [{ type: "content_block_delta", delta: { type: "text_delta", text: "one" } }],
      "one",
    ],
    [
      "Nova",
      [
        { messageStart: { role: "assistant" } },
        { contentBlockDelta: { delta: { text: "on" }, contentBlockIndex: 0 } },
        { contentBlockDelta: { delta: { text: "e" }, contentBlockIndex: 0 } },
        { contentBlockStop: { contentBlockIndex: 0 } },
        { messageStop: { stopReason: "end_turn" } },
      ],
      "one",
    ],
    ["Llama", [{ generation: "on" }, { generation: "e", stop_reason: "stop" }], "one"],
    ["Mistral", [{ outputs: [{ text: "on" }] }, { outputs: [{ text: "e", stop_reason: "stop" }] }], "one"],
    [
      "Mistral chat",
      [
        { choices: [{ index: 0, message: { content: "on" } }] },
        { choices: [{ index: 0, message: { content: "e" } }] },
      ],
      "one",
    ],
    [
      "chat, choices that take turns",
      [
        { choices: [{ index: 0, delta: { content: "on" } }] },
        { choices: [{ index: 1, delta: { content: "two" } }] },
        { choices: [{ index: 0, delta: { content: "e" } }] },
      ],
      "one\ntwo",
    ],
    [
      "Cohere Command R",
      [
        { event_type: "text-generation", text: "on" },
        { event_type: "text-generation", text: "e" },
        { event_type: "stream-end", finish_reason: "COMPLETE", response: { text: "one" } },
      ],
      "one",
    ],
    [
      "OpenAI responses",
      [
        { type: "response.created", response: { object: "response", output: [] } },
        { type: "response.output_item.added", output_index: 0, item: { type: "message", content: [] } },
        { type: "response.output_text.delta", output_index: 0, content_index: 0, delta: "on" },
        { type: "response.output_text.delta", output_index: 0, content_index: 0, delta: "e" },
        { type: "response.output_text.done", output_index: 0, content_index: 0, text: "one" },
        {
          type: "response.output_item.done",
          output_index: 0,
          item: { type: "message", content: [{ type: "output_text", text: "one" }] },
        },
        { type: "response.refusal.delta", output_index: 1, delta: "two" },
      ],
      "one\ntwo",
    ],
    [
      "OpenAI responses, cut off",
      [{ type: "response.output_text.delta", output_index: 0, content_index: 0, delta: "AKIA" }],
      "AKIA",
    ],
    [
      "elements that are no objects",
      ["[DONE]", null, 5, true, [], [{ generation: "x" }], { generation: "one" }],
      "one",
    ],
    ["no element", [], ""],
  ])("%s", (_, body, text) => {
    expect(textOf(body)).toBe(text);
  });
});

describe("reasoning", () => {
  test.each<[string, JsonValue]>([
    [
      "Anthropic",
      {
        content: [
          { type: "thinking", thinking: "why", signature: "x" },
          { type: "redacted_thinking", data: "x" },
        ],
      },
    ],
    ["chat", { choices: [{ message: { content: null, reasoning_content: "why" } }] }],
    [
      "a chat's stream",
      [{ choices: [{ delta: { reasoning: "wh" } }] }, { choices: [{ delta: { reasoning: "y" } }] }],
    ],
    ["Nova's stream", [{ contentBlockDelta: { delta: { reasoningContent: { text: "why" } } } }]],
    [
      "OpenAI responses",
      {
        object: "response",
        output: [{ type: "reasoning", content: [{ type: "reasoning_text", text: "why" }] }],
      },
    ],
    [
      "a stream of OpenAI responses",
      [
        { type: "response.reasoning_text.delta", output_index: 0, delta: "wh" },
        { type: "response.reasoning_text.delta", output_index: 0, delta: "y" },
      ],
    ],
  ])("%s", (_, body) => {
    expect(answer(answered(body))).toEqual({ text: "", reasoning: "why" });
  });
});

test("every rule gets the same answer, and none can change it", () => {
  const one = sandbox("converse-text");
  expect(answer(one)).toBe(answer(one));
  expect(Object.isFrozen(answer(one))).toBe(true);
});
