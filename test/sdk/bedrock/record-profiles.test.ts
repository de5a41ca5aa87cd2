import { describe, expect, test } from "vitest";
import * as bedrock from "../../../sdk/bedrock/index.ts";
import { event, sandbox } from "./event.ts";

const { answer, guardrail, offeredTools, principal, prompt, requestBody, responseBody, stopReason } = bedrock;
const { tokenLimit, tokens, toolCalls } = bedrock;

describe("a record without bodies gives empty answers, and what the envelope tells", () => {
  test.each([
    ["converse-stream-offloaded-body", 31_204],
    ["converse-metadata-only", undefined],
    ["converse-error-access-denied", 0],
    ["invoke-model-error-validation", 0],
  ])("%s", (name, input) => {
    const one = sandbox(name);
    expect([requestBody(one).kind, responseBody(one).kind]).toEqual(["absent", "absent"]);
    expect(prompt(one)).toMatchObject({ lastTurn: "", toolResults: [], system: "", text: "" });
    expect(answer(one)).toEqual({ text: "", reasoning: "" });
    expect([...toolCalls(one), ...offeredTools(one)]).toEqual([]);
    expect(guardrail(one).action).toBeUndefined();
    expect(tokenLimit(one)).toBeUndefined();
    if (input !== undefined) expect(tokens(one).input).toBe(input);
  });
});

test("an error record that kept its request can be read", () => {
  const one = sandbox("invoke-model-error-throttled");
  expect(prompt(one).lastTurn).toBe("Which trucks are free on Thursday?");
  expect(tokenLimit(one)).toBe(200);
  expect(stopReason(one)).toEqual({ kind: "error", raw: undefined });
});

test("a full body can be read on both sides", () => {
  const one = sandbox("converse-text");
  expect([requestBody(one).kind, responseBody(one).kind]).toEqual(["converse", "converse"]);
});

test("a request's keys beside the sides change nothing", () => {
  const plain = sandbox("stray-request-keys");
  expect(prompt(plain).text).toBe("");
  expect(answer(plain).text).toBe("The depots are in order now.");
});

test("an identity that is a list is no identity", () => {
  expect(principal(event({ identity: [{ arn: "arn:aws:iam::111122223333:user/ines" }] })).kind).toBe(
    "unknown",
  );
});

test.each([[null], [[]], ["text"], [5], [{}]])("sides that are %j", (side) => {
  const one = event({ input: side, output: side });
  for (const accessor of Object.values(bedrock)) expect(() => accessor(one)).not.toThrow();
  expect(requestBody(one).kind).toBe("absent");
});
