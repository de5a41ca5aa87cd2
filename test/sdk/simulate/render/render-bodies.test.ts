import { assert, integer, nat, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  answer,
  guardrail,
  media,
  offeredTools,
  prompt,
  responseBody,
  stopReason,
  tokenLimit,
  tokens,
  toolCalls,
} from "../../../../sdk/bedrock/index.ts";
import type { Call } from "../../../../sdk/simulate/call.ts";
import type { Exchange, GuardrailVerdict } from "../../../../sdk/simulate/exchange.ts";
import type { Operation } from "../../../../sdk/simulate/invocation-record.ts";
import { MODELS, type Model } from "../../../../sdk/simulate/models.ts";
import { createRandom } from "../../../../sdk/simulate/random.ts";
import { WANTED } from "../../../../sdk/simulate/scenarios/attack-models.ts";
import { writeRecord } from "../../../../sdk/simulate/write-record.ts";
import { event } from "../../bedrock/event.ts";

const OPERATIONS = ["Converse", "ConverseStream", "InvokeModel", "InvokeModelWithResponseStream"] as const;
const TALKERS: readonly Model[] = [
  MODELS.haiku,
  WANTED.claude2,
  MODELS.novaPro,
  MODELS.titanText,
  MODELS.llama,
  MODELS.mistral,
  WANTED.commandR,
  WANTED.gptOss,
];
const FORMS = TALKERS.flatMap((model) =>
  OPERATIONS.map((operation) => [`${operation} of ${model.family}`, operation, model] as const),
);
/** Families that have one text for everything, unless the operation is Converse. */
const ONE_TEXT = new Set(["anthropic-text", "titan-text", "llama", "mistral"]);
/** Families of InvokeModel whose prompt is no list of blocks. */
const WITHOUT_BLOCKS = new Set([...ONE_TEXT, "cohere-chat"]);

/** How each family ends a refusal; where it has no word for it, only the answer tells. */
const REFUSED: Readonly<Record<string, string>> = {
  anthropic: "refusal",
  "anthropic-text": "stop-sequence",
  nova: "end",
  "titan-text": "content-filter",
  llama: "end",
  mistral: "end",
  "cohere-chat": "content-filter",
  chat: "content-filter",
};

const isConverse = (operation: Operation): boolean => operation.startsWith("Converse");
const isOneText = (operation: Operation, { family }: Model): boolean =>
  !isConverse(operation) && ONE_TEXT.has(family);

/** The event of a call in which this is said, read as any event of the log is. */
function eventOf(operation: Operation, model: Model, exchange: Exchange, seed = 1, more: Partial<Call> = {}) {
  const call: Call = {
    time: Date.parse("2026-08-14T10:00:00Z"),
    account: "111122223333",
    region: "us-east-1",
    arn: "arn:aws:iam::111122223333:user/ci-smoke-tests",
    operation,
    model,
    tokens: { input: 21, output: 34 },
    exchange,
    ...more,
  };
  return event(JSON.parse(JSON.stringify(writeRecord(call, createRandom(seed), 12).record)) as object);
}

const SAID: Exchange = {
  prompt: "Which of the gates is open after nine on Thursday, and who has the key?",
  system: "You know the gates of the yard.",
  answer: "Gate 5 is open until ten, and the key hangs in the office of the night shift.",
  maxTokens: 777,
  chunk: 7,
};

const together = (text: string): string => text.replaceAll("\n", "");

describe.each(FORMS)("%s", (_name, operation, model) => {
  const isText = isOneText(operation, model);

  test("what is said is read back", () => {
    const read = eventOf(operation, model, SAID);
    if (isText) expect(prompt(read).lastTurn).toContain(SAID.prompt);
    else expect(prompt(read)).toMatchObject({ lastTurn: SAID.prompt, system: SAID.system });
    expect(prompt(read).text).toContain(SAID.system);
    expect(answer(read).text).toBe(SAID.answer);
    expect(tokenLimit(read)).toBe(777);
    expect(stopReason(read).kind).toBe(model.family === "anthropic-text" && isText ? "stop-sequence" : "end");
    expect(tokens(read)).toMatchObject({ input: 21, output: 34 });
    expect(guardrail(read)).toMatchObject({ action: undefined, findings: [] });
    expect(toolCalls(read)).toEqual([]);
  });

  test("any texts are, whatever they hold and however they are cut", () => {
    const text = string({ minLength: 1, maxLength: 60, unit: "grapheme" });
    assert(
      property(text, text, integer({ min: 1, max: 30 }), nat(), (asked, said, chunk, seed) => {
        const read = eventOf(operation, model, { prompt: asked, answer: said, chunk }, seed);
        expect(prompt(read).lastTurn).toContain(asked);
        expect(answer(read).text).toBe(said);
      }),
      { numRuns: 40 },
    );
  });

  test("a limit of minus one is, where the request of a failed call is kept", () => {
    const more: Partial<Call> = { error: "ValidationException", bodies: "inline" };
    const read = eventOf(operation, model, { prompt: "hi", maxTokens: -1 }, 1, more);
    expect(tokenLimit(read)).toBe(-1);
    expect(read.errorCode).toBe("ValidationException");
    expect(answer(read).text).toBe("");
  });

  test("a prompt in blocks is whole again without the breaks between them", () => {
    const read = eventOf(operation, model, { ...SAID, promptBlocks: 4 });
    expect(together(prompt(read).lastTurn)).toContain(SAID.prompt);
    if (isConverse(operation) || !WITHOUT_BLOCKS.has(model.family)) {
      expect(prompt(read).lastTurn.split("\n")).toHaveLength(4);
    }
  });

  test("tools, their calls and their results are", () => {
    const calls = [{ name: "find_slot", input: { day: "Thursday", gates: [5, 6] } }];
    const exchange: Exchange = {
      ...SAID,
      toolResults: ["Gate 5: free from nine.", "Gate 6: closed."],
      offered: ["find_slot", "book_slot"],
      toolCalls: calls,
    };
    const read = eventOf(operation, model, exchange);
    expect(toolCalls(read).map(({ name }) => name)).toEqual(["find_slot"]);
    const [made] = toolCalls(read);
    expect(made?.text).toContain("Thursday");
    if (isText && model.family !== "mistral") {
      expect(prompt(read).lastTurn).toContain("Gate 5: free from nine.");
    } else {
      expect(made?.input).toEqual(calls[0]?.input);
      expect(prompt(read)).toMatchObject({ lastTurn: SAID.prompt, toolResults: exchange.toolResults });
      expect(offeredTools(read).map(({ name }) => name)).toEqual(["find_slot", "book_slot"]);
    }
  });

  test("earlier turns are not the last one", () => {
    const read = eventOf(operation, model, { ...SAID, history: ["Is anybody there?", "Yes, I am."] });
    expect(prompt(read).text).toContain("Is anybody there?");
    if (!isText) expect(prompt(read).lastTurn).toBe(SAID.prompt);
  });

  test("an answer that was cut off is told from one that was refused", () => {
    const stop = (reason: "max_tokens" | "refusal"): unknown =>
      stopReason(eventOf(operation, model, { ...SAID, stop: reason })).kind;
    expect(stop("max_tokens")).toBe("max-tokens");
    expect(stop("refusal")).toBe(isConverse(operation) ? "end" : REFUSED[model.family]);
  });

  const PROMPT_ATTACK = { policy: "content", name: "PROMPT_ATTACK", confidence: "HIGH" } as const;
  const EMAIL = { policy: "sensitive-information", name: "EMAIL", match: "a@b.example" } as const;
  test.each<[string, GuardrailVerdict, string]>([
    [
      "blocked prompt",
      { action: "blocked", findings: [PROMPT_ATTACK, { policy: "topic", name: "Crime" }] },
      "blocked",
    ],
    [
      "withheld answer",
      { action: "blocked", side: "output", findings: [EMAIL], withheld: "It is a@b.example." },
      "blocked",
    ],
    ["masked answer", { action: "masked", side: "output", findings: [EMAIL] }, "masked"],
    ["finding without an action", { action: "detected", side: "output", findings: [EMAIL] }, "none"],
    ["clean call", { action: "none" }, "none"],
    ["block without a trace", { action: "blocked", findings: [PROMPT_ATTACK], trace: false }, "intervened"],
  ])("a guardrail's %s is", (_what, verdict, action) => {
    const read = guardrail(eventOf(operation, model, { ...SAID, guardrail: verdict }));
    const findings = verdict.trace === false ? [] : (verdict.findings ?? []);
    expect(read.action).toBe(action);
    expect(read.findings.map(({ policy, name }) => `${policy} ${name}`).toSorted()).toEqual(
      findings.map(({ policy, name }) => `${policy} ${name}`).toSorted(),
    );
    expect(new Set(read.findings.map(({ side }) => side))).toEqual(
      new Set(findings.length > 0 ? [verdict.side ?? "input"] : []),
    );
    expect(read.blockedAnswers).toEqual(verdict.withheld === undefined ? [] : [verdict.withheld]);
  });
});

describe("images and videos", () => {
  test("their number is read back", () => {
    const images = eventOf("InvokeModel", WANTED.canvas, { prompt: "a green lorry", images: 4 });
    expect(media(images)).toEqual({ images: 4, seconds: 0 });
    expect(prompt(images).lastTurn).toBe("a green lorry");
    const video = eventOf("StartAsyncInvoke", WANTED.reel, { prompt: "a green lorry", seconds: 12 });
    expect(media(video)).toEqual({ images: 0, seconds: 12 });
  });
});

describe("what the log keeps of it", () => {
  test.each([
    ["inline", ["inputBodyJson", "outputBodyJson"]],
    ["offloaded", ["inputBodyS3Path", "outputBodyS3Path"]],
    ["none", []],
  ] as const)("bodies %s", (bodies, keys) => {
    const { input, output } = eventOf("Converse", MODELS.haiku, SAID, 1, { bodies });
    expect(Object.keys({ ...input, ...output }).filter((key) => key.includes("Body"))).toEqual(keys);
  });

  test("a stream may end with a text that is no chunk", () => {
    const { raw } = responseBody(eventOf("InvokeModelWithResponseStream", WANTED.gptOss, SAID));
    expect(raw).toContain("[DONE]");
  });
});
