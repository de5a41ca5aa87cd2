import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defineRule, type EventOf } from "caracal";
import { BUILT_IN_LOG_TYPES } from "../../../../sdk/event/built-in-log-types.ts";
import type { Detection } from "../../../../sdk/rule/step.ts";
import { fuzzRule, type FuzzOptions, type FuzzResult } from "../../../../sdk/testing/fuzz/fuzz-rule.ts";
import { logModel } from "../../../../sdk/testing/fuzz/log-model.ts";
import { valueAt } from "../../../../sdk/testing/fuzz/place.ts";
import { optionalPlaces } from "../../../../sdk/testing/fuzz/shape.ts";
import type { JsonObject } from "../../../../sdk/base/json.ts";
import { CARELESS, CARELESS_CORRELATIONS } from "./careless-rules.ts";

/** Conditions of all rules are in it, so that each has to find its own. */
const SOURCE = readFileSync(new URL("careless-rules.ts", import.meta.url), "utf8");

/** How many events must be enough: a second of them. */
const RUNS = 2_500;

const OUTSIDE = "a variable";

function fuzz(rule: Detection, options: Partial<FuzzOptions> = {}): FuzzResult {
  return fuzzRule(rule, {
    logTypes: BUILT_IN_LOG_TYPES,
    fc,
    seed: 1,
    runs: 1_000,
    milliseconds: Infinity,
    budget: Infinity,
    // Time stands still, so that a busy machine finds what an idle one does.
    now: () => 0,
    ...options,
  });
}

const codes = ({ faults }: FuzzResult): string[] =>
  faults.map(({ problem }) => `${problem.code} ${problem.call}`);

const has = (input: JsonObject, place: readonly string[]): boolean => valueAt(input, place) !== undefined;

type Call = EventOf<"AWS.BedrockModelInvocation">;

function ruleWith(differs: object): Detection {
  const rule = { id: "T.One", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW", detect: () => true };
  return defineRule({ ...rule, ...differs } as never);
}

test.each(Object.entries({ ...CARELESS, ...CARELESS_CORRELATIONS }))(
  "a careless access is found: %s",
  (_, { rule, call }) => {
    expect(codes(fuzz(rule, { runs: RUNS, source: SOURCE }))).toContain(`RULE_THROWS ${call}`);
  },
);

test.each(BUILT_IN_LOG_TYPES)("every optional field of $name is absent once, and once all are", (logType) => {
  const { shape, full } = logModel(logType);
  const inputs: JsonObject[] = [];
  const rule = ruleWith({ logTypes: [logType.name] });
  fuzz(rule, {
    runs: 200,
    onInput: (text) => inputs.push((JSON.parse(text) as { event: JsonObject }).event),
  });
  const places = optionalPlaces(shape);
  expect(places.length).toBeGreaterThan(20);
  expect(places.filter((place) => !has(full, place))).toEqual([]);
  expect(inputs).toContainEqual(full);
  const alone = places.filter((place) =>
    inputs.some(
      (input) =>
        !has(input, place) &&
        places
          .filter((other) => !has(input, other))
          .every((other) => place.every((key, at) => other[at] === key)),
    ),
  );
  expect(alone).toEqual(places);
  const shallow = places.filter((place) => place.length === 1);
  expect(inputs.some((input) => shallow.every((place) => !has(input, place)))).toBe(true);
});

describe("what is wrong with a rule is told by its code and function", () => {
  let calls = 0;
  const seen: string[] = [];

  test.each<[string, object, string]>([
    ["a promise", { detect: async () => true }, "RULE_RETURNS detect"],
    ["no text", { title: (event: Call) => event.errorCode }, "RULE_RETURNS title"],
    [
      "a sum of nothing",
      { dedup: () => "a", threshold: { sum: (event: Call) => Number(event.region), atLeast: 1 } },
      "RULE_RETURNS threshold.sum",
    ],
    [
      "a list that loses its last element",
      {
        logTypes: ["AWS.CloudTrail"],
        detect: (event: EventOf<"AWS.CloudTrail">) =>
          (event.resources as unknown[] | undefined)?.pop() !== undefined,
      },
      "RULE_MUTATES detect",
    ],
    [
      "a time that is moved",
      {
        logTypes: ["AWS.CloudTrail"],
        detect: (event: EventOf<"AWS.CloudTrail">) =>
          (event.userIdentity?.sessionContext?.attributes?.creationDate?.setUTCHours(0, 0, 0, 0) ?? 0) > 0,
      },
      "RULE_MUTATES detect",
    ],
    [
      "a change that is not heard of",
      { detect: (event: { region?: string }) => Reflect.deleteProperty(event, "region") || true },
      "RULE_MUTATES detect",
    ],
    ["a counter", { detect: () => ++calls % 2 === 0 }, "RULE_UNSTABLE detect"],
    [
      "a memory of events",
      { detect: (event: Call) => seen.push(event.modelId) > 0, title: () => `${seen.length} seen` },
      "RULE_UNSTABLE title",
    ],
    [
      "the time of day",
      { title: () => `${OUTSIDE} on ${new Date().toISOString().slice(0, 10)}` },
      "RULE_UNSTABLE title",
    ],
    ["chance", { detect: () => Math.floor(Math.random() * 1.5) === 0 }, "RULE_UNSTABLE detect"],
    [
      "a prompt in a title",
      { title: (event: Call) => `said ${JSON.stringify(event.input?.inputBodyJson)}` },
      "RULE_UNBOUNDED title",
    ],
    [
      "a body in a context",
      { alertContext: (event: Call) => ({ body: event.output?.outputBodyJson }) },
      "RULE_UNBOUNDED alertContext",
    ],
    ["a text of nothing", { title: (event: Call) => `called in ${event.region}` }, "RULE_GARBLED title"],
    [
      "a text of an object",
      { dedup: (event: { identity?: unknown }) => `by ${String(event.identity)}` },
      "RULE_GARBLED dedup",
    ],
  ])("%s", (_, differs, expected) => {
    expect(codes(fuzz(ruleWith(differs)))).toContain(expected);
  });

  test("an expression that takes long for some texts", () => {
    const rule = ruleWith({ detect: (event: Call) => /^(a|aa)+$/.test((event.errorCode ?? "").slice(-33)) });
    expect(codes(fuzz(rule, { budget: 10, now: () => performance.now() }))).toContain("RULE_SLOW detect");
  });
});

test("a sound rule has no faults, whatever it reads", () => {
  const rule = ruleWith({
    detect: (event: Call) => event.errorCode !== undefined || event.input?.inputBodyJson !== null,
    dedup: (event: Call) => `${event.accountId} ${event.identity?.arn ?? "unknown"}`,
    title: (event: Call) => `${event.modelId} in ${event.region ?? "no region"}`,
    alertContext: (event: Call) => ({
      time: event.timestamp,
      body: JSON.stringify(event.output ?? {}).slice(0, 500),
    }),
  });
  expect(fuzz(rule, { runs: RUNS })).toMatchObject({ faults: [], isReached: true });
});

test("the same seed finds the same faults with the same records", () => {
  const rule = CARELESS["a severity behind two conditions that are read at once"]?.rule as Detection;
  const once = (seed: number): string =>
    JSON.stringify(fuzz(rule, { seed, runs: 3_000 }).faults.map(({ input }) => input));
  expect(once(7)).toBe(once(7));
});

test("the record that is told has nothing in it that is not needed", () => {
  const rule = ruleWith({
    detect: (event: Call) => event.operation === "Converse",
    title: (event: Call) => event.identity?.arn?.split("/")[1]!.trim() ?? "nobody",
  });
  const [fault] = fuzz(rule).faults;
  expect(fault?.input).toEqual({
    event: {
      accountId: "111122223333",
      identity: { arn: "" },
      modelId: "modelId-1",
      operation: "Converse",
      timestamp: "2026-03-02T09:00:00.000Z",
    },
  });
  expect(fault?.problem.frame?.file).toMatch(/fuzz-rule\.test\.ts$/);
});

test("a rule that nothing opens is told apart from one that is sound", () => {
  const rule = ruleWith({ detect: (event: Call) => event.modelId.length > 7 && event.modelId === "short" });
  expect(fuzz(rule)).toMatchObject({ faults: [], isReached: false });
});
