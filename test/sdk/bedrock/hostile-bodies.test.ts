import { describe, expect, test } from "vitest";
import * as bedrock from "../../../sdk/bedrock/index.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";
import { event } from "./event.ts";

const { answer, guardrail, prompt, toolCalls } = bedrock;

/** Reads everything there is to read of an event, lazy parts too. */
function readAll(body: JsonValue, operation: string) {
  const one = event({ operation, input: { inputBodyJson: body }, output: { outputBodyJson: body } });
  for (const accessor of Object.values(bedrock)) accessor(one);
  return {
    prompt: prompt(one).text + prompt(one).system,
    answer: answer(one).text,
    calls: toolCalls(one).map(({ text }) => text),
    findings: guardrail(one).findings.length,
  };
}

const OPERATIONS = ["Converse", "InvokeModel"];
const DEPTH = 100_000;

function nested(inside: string, open: string, close: string): JsonValue {
  return JSON.parse(open.repeat(DEPTH) + inside + close.repeat(DEPTH)) as JsonValue;
}

describe.each(OPERATIONS)("%s, nested 100,000 deep", (operation) => {
  const lists = nested('"deep"', "[", "]");
  const objects = nested('"deep"', '{"content":', "}");
  const results = nested('"deep"', '[{"type":"tool_result","content":', "}]");

  test.each<[string, JsonValue]>([
    ["lists", lists],
    ["content", objects],
    [
      "messages",
      { messages: [{ role: "user", content: lists }, objects, { role: "system", content: objects }] },
    ],
    ["a trace", { trace: { guardrail: { inputAssessment: objects, outputAssessments: lists } } }],
  ])("%s are passed over", (_, body) => {
    expect(readAll(body, operation)).toEqual({ prompt: "", answer: "", calls: [], findings: 0 });
  });

  test("a tool's result and a call's input are read to the bottom", () => {
    const content = [
      { toolResult: { content: [{ json: objects }] } },
      { type: "tool_result", content: results },
      { toolUse: { name: "find", input: lists } },
    ];
    const { prompt: text, calls } = readAll({ messages: [{ role: "user", content }], content }, operation);
    expect(text.split("\n").filter((line) => line === "deep")).toHaveLength(2);
    expect(calls).toEqual(["deep"]);
  });

  test("a call's input that is deep JSON as text", () => {
    const pieces = ["[".repeat(DEPTH), '"deep"', "]".repeat(DEPTH)];
    const body = pieces.map((piece) => ({
      choices: [{ delta: { tool_calls: [{ function: { arguments: piece } }] } }],
    }));
    expect(readAll(body, operation).calls).toEqual(["deep"]);
  });
});

describe("ten million characters", () => {
  const MANY = 200_000;

  test("of messages", () => {
    const message = { role: "user", content: [{ text: "Where is shipment TV-20417 of today?" }] };
    const body = { messages: Array.from({ length: MANY }, () => message) };
    expect(readAll(body, "InvokeModel").prompt).toHaveLength(MANY * 37 - 1);
  });

  test("of one text", () => {
    const text = "Where is it? ".repeat(MANY * 4);
    expect(readAll({ prompt: text, completion: text }, "InvokeModel").answer).toBe(text);
  });

  test("of chunks", () => {
    const chunk = { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "a" } };
    const body = Array.from({ length: MANY }, () => chunk);
    expect(readAll(body, "InvokeModel").answer).toHaveLength(MANY);
  });

  test("of findings", () => {
    const topic = { name: "Prices", type: "DENY", action: "BLOCKED" };
    const topics = Array.from({ length: MANY }, () => topic);
    const body = { trace: { guardrail: { inputAssessment: { gr1: { topicPolicy: { topics } } } } } };
    expect(readAll(body, "InvokeModel").findings).toBe(MANY);
  });

  test("of calls that never end", () => {
    const body = { completion: "<invoke".repeat(MANY * 7) };
    expect(readAll(body, "InvokeModel").calls).toEqual([]);
  });

  test("of lists in a tool's result", () => {
    const content = [{ type: "tool_result", content: Array.from({ length: MANY }, () => ["a", { b: "c" }]) }];
    expect(readAll({ messages: [{ role: "user", content }] }, "InvokeModel").prompt).toHaveLength(
      MANY * 4 - 1,
    );
  });
});

describe("keys that every object answers to", () => {
  test.each([
    '{"__proto__":{"messages":[{"role":"user","content":"a"}],"completion":"a","stop_reason":"refusal"}}',
    '{"constructor":{"prompt":"a"},"toString":"a","hasOwnProperty":5}',
    '{"trace":{"__proto__":{"guardrail":{}}},"messages":[{"__proto__":{"content":"a"}}]}',
  ])("%s", (json) => {
    for (const operation of OPERATIONS) {
      expect(readAll(JSON.parse(json) as JsonValue, operation)).toEqual({
        prompt: "",
        answer: "",
        calls: [],
        findings: 0,
      });
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("as a guardrail's id and a policy's name they stay data", () => {
    const json =
      '{"trace":{"guardrail":{"inputAssessment":{"__proto__":{"topicPolicy":{"__proto__":[{"name":"a","action":"BLOCKED"}]},"constructorPolicy":{"a":[{"name":"b","action":"BLOCKED"}]}}}}}}';
    const one = event({ output: { outputBodyJson: JSON.parse(json) as JsonValue } });
    expect(guardrail(one).findings).toMatchObject([
      { guardrail: "__proto__", policy: "topic", name: "a" },
      { guardrail: "__proto__", policy: "other", name: "b" },
    ]);
  });
});
