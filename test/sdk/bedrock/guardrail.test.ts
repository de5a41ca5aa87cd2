import { describe, expect, test } from "vitest";
import { guardrail } from "../../../sdk/bedrock/index.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";
import { answered, event, sandbox } from "./event.ts";

const ACTION = "amazon-bedrock-guardrailAction";
const TRACE = "amazon-bedrock-trace";
const attack = { type: "PROMPT_ATTACK", confidence: "LOW", action: "BLOCKED" };
const blocked = { gr1: { contentPolicy: { filters: [attack] } } };

describe("the sandbox's records", () => {
  test("a blocked prompt in Converse", () => {
    const found = { guardrail: "gr7x2sandbox", side: "input", action: "blocked", confidence: undefined };
    expect(guardrail(sandbox("converse-guardrail-blocked-input"))).toEqual({
      action: "blocked",
      findings: [
        { ...found, policy: "topic", name: "Prices of other hauliers", match: undefined },
        { ...found, policy: "word", name: undefined, match: "next door" },
      ],
      blockedAnswers: [],
    });
  });

  test("a blocked answer in Converse, which the trace still has", () => {
    expect(guardrail(sandbox("converse-guardrail-blocked-output"))).toMatchObject({
      action: "blocked",
      findings: [{ side: "output", policy: "content", name: "INSULTS", confidence: "HIGH" }],
      blockedAnswers: ["Dear depot, only a bunch of sleepy walruses could lose nine pallets of tiles."],
    });
  });

  test("a masked answer, beside which something was only detected", () => {
    expect(guardrail(sandbox("converse-stream-guardrail-masked"))).toMatchObject({
      action: "masked",
      findings: [
        {
          policy: "sensitive-information",
          name: "EMAIL",
          action: "masked",
          match: "invoices@tolvane.example",
        },
        { policy: "sensitive-information", name: "invoice number", action: "detected", match: "3071" },
      ],
    });
  });

  test("a blocked prompt of InvokeModel", () => {
    expect(guardrail(sandbox("invoke-model-guardrail-blocked"))).toMatchObject({
      action: "blocked",
      findings: [
        { side: "input", policy: "content", name: "INSULTS", confidence: "MEDIUM", action: "blocked" },
        { side: "input", policy: "word", name: "PROFANITY", action: "detected", match: "rude" },
      ],
    });
  });

  test("a blocked prompt of a stream, whose stop reason is end_turn", () => {
    expect(guardrail(sandbox("invoke-model-with-response-stream-guardrail-blocked"))).toMatchObject({
      action: "blocked",
      findings: [{ guardrail: "gr7x2sandbox", side: "input", name: "PROMPT_ATTACK", confidence: "HIGH" }],
    });
  });

  test("a guardrail that found nothing", () => {
    expect(guardrail(sandbox("converse-guardrail-clean"))).toEqual({
      action: "none",
      findings: [],
      blockedAnswers: [],
    });
  });

  test.each([
    "converse-text",
    "converse-metadata-only",
    "converse-error-access-denied",
    "invoke-model-with-response-stream",
  ])("%s has no sign of one", (name) => {
    expect(guardrail(sandbox(name))).toEqual({ action: undefined, findings: [], blockedAnswers: [] });
  });
});

describe("where a trace can be", () => {
  test.each<[string, JsonValue]>([
    ["Converse", { trace: { guardrail: { inputAssessment: blocked } } }],
    ["Converse, spelt otherwise", { trace: { guardrails: { inputAssessment: blocked } } }],
    ["InvokeModel", { [TRACE]: { guardrail: { input: blocked } } }],
    ["InvokeModel, spelt otherwise", { [TRACE]: { guardrails: { input: blocked } } }],
    ["any chunk of a stream", [{}, { [TRACE]: { guardrail: { input: blocked } } }, "[DONE]"]],
    [
      "the last chunk of a Converse stream",
      [{ metadata: { trace: { guardrail: { inputAssessment: blocked } } } }],
    ],
    ["an assessment as a list", { trace: { guardrail: { inputAssessment: { gr1: [blocked.gr1] } } } }],
    ["assessments as a list", { trace: { guardrail: { inputAssessment: [blocked] } } }],
  ])("%s", (_, body) => {
    expect(guardrail(answered(body))).toMatchObject({
      action: "blocked",
      findings: [
        { guardrail: "gr1", side: "input", policy: "content", name: "PROMPT_ATTACK", confidence: "LOW" },
      ],
    });
  });

  test.each<[string, JsonValue]>([
    ["Converse, a list", { trace: { guardrail: { outputAssessments: [blocked] } } }],
    ["Converse, an object of lists", { trace: { guardrail: { outputAssessments: { gr1: [blocked.gr1] } } } }],
    ["InvokeModel, a list", { [TRACE]: { guardrail: { outputs: [blocked] } } }],
    ["InvokeModel, an object", { [TRACE]: { guardrail: { outputs: blocked } } }],
  ])("for the answer: %s", (_, body) => {
    expect(guardrail(answered(body)).findings).toMatchObject([{ guardrail: "gr1", side: "output" }]);
  });
});

describe("the action of the whole", () => {
  const masked = {
    gr1: { sensitiveInformationPolicy: { piiEntities: [{ type: "NAME", action: "ANONYMIZED" }] } },
  };
  const detected = { gr1: { contentPolicy: { filters: [{ ...attack, action: "NONE" }] } } };
  test.each<[string, JsonValue, string | undefined]>([
    [
      "one blocks, one masks",
      { trace: { guardrail: { inputAssessment: masked, outputAssessments: [blocked] } } },
      "blocked",
    ],
    ["one masks", { [ACTION]: "INTERVENED", [TRACE]: { guardrail: { outputs: [masked] } } }, "masked"],
    ["one only detects", { [ACTION]: "NONE", [TRACE]: { guardrail: { input: detected } } }, "none"],
    [
      "no findings, but the trace says blocked",
      { trace: { guardrail: { actionReason: "Guardrail blocked." } } },
      "blocked",
    ],
    [
      "no findings, but the trace says masked",
      { trace: { guardrail: { actionReason: "Guardrail masked." } } },
      "masked",
    ],
    ["no trace in InvokeModel", { [ACTION]: "INTERVENED" }, "intervened"],
    ["no trace in a stream", [{ type: "content_block_delta", [ACTION]: "INTERVENED" }], "intervened"],
    ["no trace in Converse", { stopReason: "guardrail_intervened" }, "intervened"],
    [
      "no trace in Converse's chunks",
      [{ messageStop: { stopReason: "guardrail_intervened" } }],
      "intervened",
    ],
    ["it looked and let through", { [ACTION]: "NONE" }, "none"],
    ["an empty trace", { trace: { guardrail: {} } }, "none"],
    ["no trace at all", { trace: { guardrail: null, guardrails: null } }, undefined],
    ["a trace of something else", { trace: { promptRouter: {} } }, undefined],
    ["the request's guardrail is not in the log", { stopReason: "end_turn" }, undefined],
  ])("%s", (_, body, action) => {
    expect(guardrail(answered(body)).action).toBe(action);
  });
});

/** What is found of one element in a policy's list. */
const found = (policy: string, element: JsonValue) =>
  guardrail(
    answered({ trace: { guardrail: { inputAssessment: { gr1: { [policy]: { list: [element] } } } } } }),
  ).findings;

describe("what counts as found", () => {
  test.each<[string, string, JsonValue, string]>([
    ["a topic", "topicPolicy", { name: "a", type: "DENY", action: "BLOCKED" }, "topic"],
    ["a word", "wordPolicy", { match: "a", action: "BLOCKED" }, "word"],
    [
      "a low score",
      "contextualGroundingPolicy",
      { type: "GROUNDING", score: 0.2, threshold: 0.7, action: "BLOCKED" },
      "grounding",
    ],
    [
      "a low score, only detected",
      "contextualGroundingPolicy",
      { type: "GROUNDING", score: 0.2, threshold: 0.7, action: "NONE" },
      "grounding",
    ],
    ["detected, no action", "contentPolicy", { type: "HATE", detected: true }, "content"],
    ["what cannot be proven", "automatedReasoningPolicy", { invalid: { rules: [] } }, "automated-reasoning"],
    ["a policy nobody knows yet", "moodPolicy", { name: "a", action: "BLOCKED" }, "other"],
    ["an action nobody knows yet", "wordPolicy", { match: "a", action: "REWRITTEN" }, "word"],
  ])("%s", (_, policy, element, name) => {
    expect(found(policy, element)).toMatchObject([{ policy: name }]);
  });

  test.each<[string, string, JsonValue]>([
    [
      "a filter that did not detect",
      "contentPolicy",
      { type: "HATE", confidence: "NONE", action: "NONE", detected: false },
    ],
    ["a filter without confidence", "contentPolicy", { type: "HATE", confidence: "NONE", action: "NONE" }],
    [
      "a score that is high enough",
      "contextualGroundingPolicy",
      { type: "GROUNDING", score: 0.9, threshold: 0.7, action: "NONE" },
    ],
    ["what was proven", "automatedReasoningPolicy", { valid: { rules: [] } }],
    ["what has nothing to prove", "automatedReasoningPolicy", { noTranslations: {} }],
    ["the metrics", "invocationMetrics", { action: "BLOCKED" }],
    ["no object", "wordPolicy", "BLOCKED"],
    ["an empty object", "wordPolicy", {}],
  ])("not %s", (_, policy, element) => {
    expect(found(policy, element)).toEqual([]);
  });
});

const trace = (actionReason: string): JsonValue => ({
  trace: { guardrail: { actionReason, modelOutput: ["one", 5, null] } },
});

test("the model's own answer is told only where the caller got another", () => {
  expect(guardrail(answered(trace("Guardrail blocked."))).blockedAnswers).toEqual(["one"]);
  expect(guardrail(answered(trace("No action."))).blockedAnswers).toEqual([]);
});

test("every rule gets the same answer, and none can change it", () => {
  const one = sandbox("converse-guardrail-blocked-output");
  const answer = guardrail(one);
  expect(guardrail(one)).toBe(answer);
  for (const part of [answer, answer.findings, answer.blockedAnswers, ...answer.findings]) {
    expect(Object.isFrozen(part)).toBe(true);
  }
  expect(guardrail(event())).not.toBe(answer);
});
