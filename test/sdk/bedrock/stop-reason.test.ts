import { describe, expect, test } from "vitest";
import { stopReason } from "../../../sdk/bedrock/index.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";
import { answered, event, sandbox } from "./event.ts";

describe("the sandbox's records", () => {
  test.each([
    ["converse-text", "end", "end_turn"],
    ["converse-tool-use", "tool-use", "tool_use"],
    ["converse-reasoning", "max-tokens", "max_tokens"],
    ["converse-guardrail-blocked-input", "guardrail", "guardrail_intervened"],
    ["converse-stream-guardrail-masked", "guardrail", "guardrail_intervened"],
    ["converse-guardrail-clean", "end", "end_turn"],
    ["invoke-model-guardrail-blocked", "guardrail", undefined],
    ["invoke-model-with-response-stream-guardrail-blocked", "guardrail", "end_turn"],
    ["invoke-model-anthropic-text", "stop-sequence", "stop_sequence"],
    ["invoke-model-titan-text", "end", "FINISH"],
    ["invoke-model-llama", "end", "stop"],
    ["invoke-model-mistral-prompt", "end", "stop"],
    ["invoke-model-mistral-chat", "tool-use", "tool_calls"],
    ["invoke-model-cohere-command", "end", "COMPLETE"],
    ["invoke-model-jamba", "end", "stop"],
    ["invoke-model-openai-chat", "tool-use", "tool_calls"],
    ["invoke-model-with-response-stream", "end", "end_turn"],
    ["invoke-model-with-response-stream-done-marker", "end", "stop"],
    ["invoke-model-with-response-stream-without-metrics", "max-tokens", "max_tokens"],
    ["invoke-model-with-response-stream-titan-text", "end", "FINISH"],
    ["invoke-model-titan-embed", undefined, undefined],
    ["converse-metadata-only", undefined, undefined],
    ["converse-error-access-denied", "error", undefined],
  ])("%s", (name, kind, raw) => {
    expect(stopReason(sandbox(name))).toEqual({ kind, raw });
  });
});

describe("bodies", () => {
  test.each<[JsonValue, string | undefined, string | undefined]>([
    [{ stop_reason: "refusal" }, "refusal", "refusal"],
    [{ stop_reason: "pause_turn" }, "other", "pause_turn"],
    [{ stopReason: "content_filtered" }, "content-filter", "content_filtered"],
    [{ choices: [{ finish_reason: "length" }] }, "max-tokens", "length"],
    [
      { choices: [{ finish_reason: null }, { finish_reason: "content_filter" }] },
      "content-filter",
      "content_filter",
    ],
    [{ results: [{ completionReason: "CONTENT_FILTERED" }] }, "content-filter", "CONTENT_FILTERED"],
    [{ results: [{ completionReason: "LENGTH" }] }, "max-tokens", "LENGTH"],
    [{ generations: [{ finish_reason: "ERROR_TOXIC" }] }, "content-filter", "ERROR_TOXIC"],
    [{ finish_reason: "MAX_TOKENS" }, "max-tokens", "MAX_TOKENS"],
    [{ finish_reason: "ERROR" }, "error", "ERROR"],
    [{ completions: [{ finishReason: { reason: "endoftext" } }] }, "end", "endoftext"],
    [{ artifacts: [{ finishReason: "CONTENT_FILTERED" }] }, "content-filter", "CONTENT_FILTERED"],
    [{ artifacts: [{ finishReason: "SUCCESS" }] }, "end", "SUCCESS"],
    [{ finish_reasons: ["Filter reason: prompt"] }, "content-filter", "Filter reason: prompt"],
    [{ finish_reasons: ["Inference error"] }, "error", "Inference error"],
    [{ finish_reasons: [null] }, undefined, undefined],
    [{ object: "response", status: "completed" }, "end", "completed"],
    [
      { object: "response", status: "incomplete", incomplete_details: { reason: "max_output_tokens" } },
      "max-tokens",
      "max_output_tokens",
    ],
    [{ status: "completed" }, undefined, undefined],
    [{ stop_reason: "constructor" }, "other", "constructor"],
    [{ stop_reason: "" }, undefined, undefined],
    [{ stop_reason: 5 }, undefined, undefined],
    [[{ messageStop: { stopReason: "tool_use" } }, { metadata: {} }], "tool-use", "tool_use"],
    [[{ stop_reason: "length" }, { stop_reason: null }, "[DONE]"], "max-tokens", "length"],
    [
      [{ type: "response.completed", response: { object: "response", status: "completed" } }],
      "end",
      "completed",
    ],
    [[{ stop_reason: "stop" }, { stop_reason: "length" }], "max-tokens", "length"],
    [[], undefined, undefined],
  ])("%j", (body, kind, raw) => {
    expect(stopReason(answered(body))).toEqual({ kind, raw });
  });
});

test("an error after part of an answer is one, unless the answer has its own reason", () => {
  const errorCode = "ModelStreamErrorException";
  expect(stopReason(answered([{ generation: "a" }], { errorCode })).kind).toBe("error");
  expect(stopReason(answered([{ generation: "a", stop_reason: "stop" }], { errorCode })).kind).toBe("end");
});

test("every rule gets the same answer, and none can change it", () => {
  const one = event();
  expect(stopReason(one)).toBe(stopReason(one));
  expect(Object.isFrozen(stopReason(one))).toBe(true);
});
