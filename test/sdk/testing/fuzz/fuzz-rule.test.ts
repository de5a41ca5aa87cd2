import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defineCorrelation, defineRule, type EventOf, step } from "caracal";
import { BUILT_IN_LOG_TYPES } from "../../../../sdk/event/built-in-log-types.ts";
import type { AnyRule } from "../../../../sdk/rule/rule.ts";
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

/** As {@link fuzz}, until a function throws: then the time is up. */
function fuzzUntilThrown(rule: Detection, call: string): FuzzResult {
  let called = "";
  let isThrown = false;
  return fuzz(rule, {
    runs: RUNS,
    source: SOURCE,
    now: () => (isThrown ? Infinity : 0),
    onCall: (name) => (called = name),
    // Asked of the stack of what was thrown.
    isOwn() {
      isThrown ||= called === call;
      return true;
    },
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
    expect(codes(fuzzUntilThrown(rule, call))).toContain(`RULE_THROWS ${call}`);
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
    expect(codes(fuzz(ruleWith(differs), { runs: 400 }))).toContain(expected);
  });

  test("an expression that takes long for some texts", () => {
    const rule = ruleWith({ detect: (event: Call) => /^(a|aa)+$/.test((event.errorCode ?? "").slice(-33)) });
    // Five times as fast as it should be: so it is over sooner.
    expect(codes(fuzz(rule, { budget: 50, now: () => performance.now() * 5 }))).toContain("RULE_SLOW detect");
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

/** An exception for what is not in a region, as long as it runs. */
const exceptRegionless = (expires: string): object => ({
  exceptions: [
    { id: "a", reason: "R", owner: "o", expires, when: ({ region }: Call) => region === undefined },
    { id: "b", reason: "R", owner: "o", expires, when: ({ region }: Call) => region!.length > 100 },
  ],
  title: (event: Call) => event.region!.slice(0, 9),
});

describe("what an exception leaves alone is not asked about", () => {
  test("a title that only such an event breaks is sound, and so is a later exception", () => {
    expect(codes(fuzz(ruleWith(exceptRegionless("2099-01-01"))))).toEqual([]);
  });

  test("an exception that has ended leaves nothing alone, and is not asked", () => {
    expect(codes(fuzz(ruleWith(exceptRegionless("1800-01-01"))))).toEqual(["RULE_THROWS title"]);
  });

  test("first-seen remembers it all the same", () => {
    const firstSeen = { key: (event: Call) => event.region!.slice(0, 9), learn: "1d", forget: "7d" };
    const rule = ruleWith({ ...exceptRegionless("2099-01-01"), firstSeen });
    expect(codes(fuzz(rule))).toEqual(["RULE_THROWS firstSeen.key"]);
  });

  test("a step of a correlation does not see it", () => {
    const one = defineRule({
      id: "T.One",
      logTypes: ["AWS.BedrockModelInvocation"],
      severity: "LOW",
      detect: () => true,
      exceptions: [
        {
          id: "a",
          reason: "R",
          owner: "o",
          expires: "2099-01-01",
          when: ({ region }) => region === undefined,
        },
      ],
    });
    const correlation = defineCorrelation({
      id: "T.Two",
      severity: "LOW",
      order: "any",
      within: "1h",
      steps: { one: step(one, { by: (event) => event.region!.slice(0, 9) }) },
    });
    expect(fuzz(correlation)).toMatchObject({ faults: [], isReached: true });
  });

  test("a rule of which all is left alone is not reached", () => {
    const all = { id: "a", reason: "R", owner: "o", expires: "2099-01-01", when: () => true };
    expect(fuzz(ruleWith({ exceptions: [all] }), { runs: 300 })).toMatchObject({ isReached: false });
  });
});

test.each<[string, object, object]>([
  [
    "a share",
    { ratio: (event: Call) => event.errorCode !== undefined, above: 0.5, minimum: 20 },
    { value: expect.closeTo(0.75), count: 20 },
  ],
  [
    "a usual",
    { baseline: () => 1, factor: 3, floor: 12, warmUp: "2d" },
    { value: 12, usual: expect.closeTo(2) },
  ],
  ["different values", { unique: (event: Call) => event.modelId, atLeast: 5 }, { value: 5, count: 5 }],
])("the window is one that raises an alert: %s", (_, threshold, expected) => {
  const windows: unknown[] = [];
  const title = (_event: Call, window: unknown): string => {
    windows.push(window);
    return "a";
  };
  fuzz(ruleWith({ threshold, title, dedup: () => "a" }), { runs: 3 });
  expect(windows[0]).toMatchObject(expected);
});

describe("a word that looks garbled", () => {
  const source = "title: (event) => `Model is undefined in the allow list for ${event.accountId}`";

  test("is meant where the source says it", () => {
    const rule = ruleWith({
      title: ({ accountId }: Call) => `Model is undefined in the allow list for ${accountId}`,
    });
    expect(codes(fuzz(rule, { source }))).toEqual([]);
  });

  test("is not meant beside what the source says", () => {
    const rule = ruleWith({
      title: ({ region }: Call) => `Model is undefined in the allow list for ${region}`,
    });
    expect(codes(fuzz(rule, { source }))).toEqual(["RULE_GARBLED title"]);
  });

  test("is not meant where the source compares with it", () => {
    const rule = ruleWith({
      title: ({ region }: Call) => (typeof region === "undefined" ? `in ${region}` : region),
    });
    expect(codes(fuzz(rule))).toEqual(["RULE_GARBLED title"]);
  });
});

test("of a text that says undefined the field is told that was not there", () => {
  const rule = ruleWith({
    title: (event: Call) => `${event.errorCode ?? "no error"} in ${event.region} by ${event.identity?.arn}`,
  });
  const told = fuzz(rule).faults.map(({ problem }) => problem.missing);
  expect(told).toHaveLength(1);
  expect([["region"], ["identity", "arn"]]).toContainEqual(told[0]);
});

test("a correlation whose step says no key makes no alert, so its title is not asked", () => {
  const denied = ruleWith({}) as AnyRule;
  const correlation = defineCorrelation({
    id: "T.Two",
    severity: "LOW",
    order: "any",
    within: "1h",
    steps: { one: { rule: denied, by: (event: Call) => event.region } },
    title: (_: unknown, key: string) => `by ${key}`,
  } as never);
  expect(codes(fuzz(correlation))).toEqual(["RULE_RETURNS steps.one.by"]);
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

test("each call is told before and after it, so that one that never returns is known", () => {
  const told: string[] = [];
  const rule = ruleWith({ title: (event: Call) => event.region!, dedup: () => "a" });
  fuzz(rule, { runs: 40, onCall: (name) => told.push(name), onReturn: () => told.push("back") });
  expect(new Set(told.filter((_, at) => at % 2 === 0))).toEqual(new Set(["detect", "dedup", "title"]));
  expect(new Set(told.filter((_, at) => at % 2 === 1))).toEqual(new Set(["back"]));
});

test.each<[string, object]>([
  ["a standard field", { detect: (event: Call) => event.p_log_type.endsWith("?") }],
  ["nothing", { detect: () => false }],
])("a rule that nothing opens is tried until its runs are used up: one that reads %s", (_, differs) => {
  expect(fuzz(ruleWith(differs), { runs: 3_000 })).toMatchObject({ runs: 3_000, isReached: false });
});

test("a body that has a method's name for a key is too odd to tell", () => {
  const rule = ruleWith({
    detect: (event: Call) => (event.input?.inputBodyJson as string | undefined)?.includes?.("Admin") === true,
  });
  expect(fuzz(rule, { runs: RUNS }).faults).toEqual([]);
});

test("a rule that nothing opens is told apart from one that is sound", () => {
  const rule = ruleWith({ detect: (event: Call) => event.modelId.length > 7 && event.modelId === "short" });
  expect(fuzz(rule)).toMatchObject({ faults: [], isReached: false });
});
