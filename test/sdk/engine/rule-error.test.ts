import type { AnyRule } from "caracal";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../../sdk/rule/deep-freeze.ts";
import { call, calls, engine, type Invocation, only, rule, run } from "./history.ts";

declare const noSuchName: string;

const SECRET = "my prompt: the key is 42";

function throws(thrown: unknown): () => boolean {
  return () => {
    throw thrown;
  };
}

describe("what detect returns instead of true or false", () => {
  test.each<[unknown, string]>([
    [undefined, "undefined"],
    [null, "null"],
    [1, "number"],
    [0, "number"],
    ["true", "string"],
    ["", "an empty text"],
    [Promise.resolve(true), "a promise"],
    [[], "an array"],
    [{}, "object"],
    [Number.NaN, "NaN"],
  ])("%s is a rule error", async (returned, kind) => {
    expect(await only(rule({ detect: () => returned }))).toMatchObject({
      type: "RULE_ERROR",
      dedup: "ReturnError",
      title: `Test.Rule failed: detect must return true or false, but returned ${kind}`,
      context: { error: `detect must return true or false, but returned ${kind}`, at: "detect" },
    });
  });

  test("a promise that fails harms nobody", async () => {
    const late = rule({ detect: async () => await Promise.reject(new Error("later")) });
    expect((await only(late)).type).toBe("RULE_ERROR");
  });
});

describe("a throw that decides whether there is an alert is a rule error", () => {
  const fail = throws(new RangeError("Invalid time value"));
  test.each<[string, object]>([
    ["detect", { detect: fail }],
    ["unique", { threshold: { unique: fail, atLeast: 5 } }],
    ["sum", { threshold: { sum: fail, atLeast: 5 } }],
    ["ratio", { threshold: { ratio: fail, above: 0.5, minimum: 5 } }],
    ["baseline", { threshold: { baseline: fail, factor: 2, floor: 5, warmUp: "1d" } }],
    ["firstSeen.key", { firstSeen: { key: fail, learn: "1d", forget: "1d" } }],
    ["firstSeen.scope", { firstSeen: { key: () => "k", scope: fail, learn: "1d", forget: "1d" } }],
  ])("in %s", async (_, changes) => {
    const alert = await only(
      rule({ ...changes, displayName: "Shown", severity: "HIGH", destinations: ["pager"] }),
    );
    expect(alert).toMatchObject({
      type: "RULE_ERROR",
      severity: "HIGH",
      title: "Shown failed: RangeError: Invalid time value",
      dedup: "RangeError",
      threshold: { measure: "count", value: 1, atLeast: 1, within: "1h" },
      description: "",
      destinations: ["pager"],
      context: { error: "RangeError: Invalid time value" },
      faults: [],
    });
    expect(alert.context["at"]).toMatch(/^rule-error\.test\.ts:\d+:\d+$/);
  });

  test.each([
    [
      "unique",
      { threshold: { unique: () => 5, atLeast: 5 } },
      "unique must return a text or a list of texts, but returned number",
    ],
    [
      "sum",
      { threshold: { sum: () => "5", atLeast: 5 } },
      "sum must return a finite number, but returned string",
    ],
    [
      "ratio",
      { threshold: { ratio: () => 1, above: 0.5, minimum: 5 } },
      "ratio must return true or false, but returned number",
    ],
    [
      "a sum of NaN",
      { threshold: { sum: () => Number.NaN, atLeast: 5 } },
      "sum must return a finite number, but returned NaN",
    ],
    [
      "an endless sum",
      { threshold: { sum: () => Number.POSITIVE_INFINITY, atLeast: 5 } },
      "sum must return a finite number, but returned Infinity",
    ],
    [
      "firstSeen",
      { firstSeen: { key: () => 5, learn: "1d", forget: "1d" } },
      "firstSeen.key must return a text or a list of texts, but returned number",
    ],
  ])("and so is a value that cannot be measured: %s", async (_, changes, error) => {
    expect((await only(rule(changes))).context).toMatchObject({ error });
  });
});

test("errors group by their class, whatever the threshold and dedup, and join like matches", async () => {
  const broken = rule({
    threshold: 3,
    detect: (event: Invocation) => {
      if (event.modelId === "range") throw new RangeError();
      if (event.modelId === "type") throw new TypeError();
      return true;
    },
  });
  const steps = ["range", "type", "match", "range"].map((model, n) => [n, `account-${n}`, model] as const);
  const running = engine([broken]);
  for (const event of calls(steps)) running.push(event);
  const alerts = running.finish();
  expect(alerts.map(({ type, dedup, eventCount }) => [type, dedup, eventCount])).toEqual([
    ["RULE_ERROR", "RangeError", 2],
    ["RULE_ERROR", "TypeError", 1],
  ]);
  expect(running.counts).toMatchObject({
    matches: 1,
    ruleErrors: 3,
    alerts: 2,
    rules: { "Test.Rule": { events: 4, matches: 1, alerts: 2, errors: 3 } },
  });
});

test("an error's group is not that of a match with the same key", async () => {
  const alerts = await run(
    rule({
      detect: (event: Invocation) => event.modelId === "x" || throws(new TypeError())(),
      dedup: () => "TypeError",
    }),
    calls([
      [0, "a", "x"],
      [1, "a", "y"],
    ]),
  );
  expect(alerts.map(({ type }) => type)).toEqual(["RULE", "RULE_ERROR"]);
  expect(new Set(alerts.map(({ alertId }) => alertId)).size).toBe(2);
});

describe("an error's text", () => {
  const deep = (): unknown => deep();
  const frozen = Object.freeze({ list: Object.freeze([1]) }) as unknown as Record<string, unknown[]>;
  test.each<[string, () => unknown, string]>([
    [
      "a field of nothing",
      () => (undefined as unknown as { x: number }).x,
      "TypeError: Cannot read properties of undefined",
    ],
    [
      "no function",
      () => (frozen["list"] as unknown as { go: () => void }).go(),
      "TypeError: frozen.list.go is not a function",
    ],
    ["no such name", () => noSuchName, "ReferenceError: noSuchName is not defined"],
    ["no end", deep, "RangeError: Maximum call stack size exceeded"],
    ["a wrong time", () => new Date(Number.NaN).toISOString(), "RangeError: Invalid time value"],
    [
      "a frozen field",
      () => Object.assign(frozen, { list: [] }),
      "TypeError: Cannot assign to read only property of object",
    ],
    [
      "a frozen list",
      () => frozen["list"]?.push(2),
      "TypeError: Cannot add property 1, object is not extensible",
    ],
  ])("tells of code: %s", async (_, detect, expected) => {
    expect((await only(rule({ detect }))).context).toMatchObject({ error: expected });
  });

  test.each<[string, () => unknown, string]>([
    ["an error of the rule's own", throws(new Error(SECRET)), "Error"],
    ["a type error with text", throws(new TypeError(SECRET)), "TypeError"],
    ["text that is no JSON", () => JSON.parse(SECRET) as unknown, "SyntaxError"],
    ["a field in a text", () => "usage" in (SECRET as unknown as object), "TypeError"],
    [
      "a field put on a text",
      () => Object.assign(Object.setPrototypeOf({}, null), { x: ((SECRET as never as { y: number }).y = 1) }),
      "TypeError",
    ],
    [
      "text as a key of nothing",
      () => (undefined as unknown as Record<string, unknown>)[SECRET],
      "TypeError",
    ],
    ["a class named by the log", throws(Object.assign(new Error("x"), { name: SECRET })), "Error"],
    ["text that looks like a frame", throws(new Error(`no\n    at ${SECRET} (secret:12:34)`)), "Error"],
    ["a text", throws(SECRET), "string"],
    ["nothing", throws(undefined), "undefined"],
    ["an object", throws({ message: SECRET }), "object"],
    [
      "an error that throws when asked",
      throws(Object.defineProperty(new Error("x"), "name", { get: throws(1) })),
      "unknown",
    ],
    ["an error without a message", throws(Object.assign(new Error("x"), { message: undefined })), "unknown"],
  ])("tells nothing of the log: %s", async (_, detect, expected) => {
    const alert = await only(rule({ detect }));
    expect(alert.context).toMatchObject({ error: expected });
    expect(JSON.stringify(alert)).not.toMatch(/secret|prompt|42/);
  });

  test("in a fault tells nothing either", async () => {
    const title = throws(new Error(SECRET));
    expect((await only(rule({ title, dedup: undefined }))).faults).toEqual([
      { function: "title", error: "Error" },
    ]);
  });
});

function watch(id: string): AnyRule {
  return rule({ id, alertContext: (event: Invocation) => ({ model: event.modelId }) });
}

/** Two calls of one group, with an indicator. */
function history(): Invocation[] {
  return calls([
    [0, "a", "x"],
    [1, "a", "y"],
  ]).map((event) => ({ ...event, p_any_emails: ["e"] }));
}

describe("one rule cannot change what another does", () => {
  test.each([
    ["detect", { detect: throws(new Error()) }],
    [
      "everything else",
      { dedup: throws(1), title: throws(1), alertContext: throws(1), destinations: throws(1) },
    ],
  ])("by throwing in %s", async (_, changes) => {
    const expected = await run([watch("A"), watch("C")], history());
    const alerts = await run([watch("A"), rule({ id: "B", ...changes }), watch("C")], history());
    expect(alerts.filter(({ ruleId }) => ruleId !== "B")).toEqual(expected);
    expect(alerts.filter(({ ruleId }) => ruleId === "B").length).toBeGreaterThan(0);
  });

  test("by writing to a frozen event, as events are under test", async () => {
    const spoil = rule({
      id: "B",
      detect: (event: { modelId: string }) => {
        event.modelId = "spoilt";
        return true;
      },
    });
    const expected = await run([watch("C")], history());
    const alerts = await run([spoil, watch("C")], deepFreeze(history()));
    expect(alerts.filter(({ ruleId }) => ruleId === "C")).toEqual(expected);
    expect(alerts.find(({ ruleId }) => ruleId === "B")?.title).toMatch(/Cannot assign to read only property/);
  });

  test("by writing to an event that is not frozen, as to when it happened; and the run goes on", async () => {
    const spoil = rule({
      id: "B",
      summaryAttributes: ["timestamp"],
      detect: (event: Invocation) => {
        event.p_event_time.setTime(Number.NaN);
        event.timestamp.setTime(Number.NaN);
        Object.assign(event, { p_any_emails: null, p_any_aws_arns: "x", identity: null });
        return true;
      },
    });
    const expected = (await run([watch("C")], history()))[0];
    const alerts = await run([spoil, watch("C")], history());
    expect(alerts.find(({ ruleId }) => ruleId === "C")).toEqual({ ...expected, entities: {} });
    expect(alerts).toHaveLength(2);
  });
});

test("a rule error comes at any time of an alert's life", async () => {
  const failing = rule({
    threshold: 2,
    detect: (event: Invocation) => event.modelId !== "bad" || throws(new Error())(),
  });
  const alerts = await run(failing, [call(0, 0), call(1, 1, { modelId: "bad" }), call(2, 2)]);
  expect(alerts.map(({ type, eventCount }) => [type, eventCount])).toEqual([
    ["RULE_ERROR", 1],
    ["RULE", 2],
  ]);
});

test("a key that a rule took from the log stays out of the alert", async () => {
  const nothing = undefined as unknown as Record<string, string>;
  const alert = await only(rule({ detect: ({ accountId }: Invocation) => nothing[accountId] === "" }), [
    call(0, 0, { accountId: "a-secret" }),
  ]);
  expect(JSON.stringify(alert)).not.toContain("a-secret");
});

test("a late event never hides a key from those in time, whatever the batches", async () => {
  const learning = rule({ firstSeen: { key: () => "x", learn: "5s", forget: "12s" }, dedup: () => "all" });
  const events = [call(0, 0), call(12, 1), call(0.5, 2)];
  const inTurns = engine([learning]);
  const alerts: unknown[] = [];
  for (const event of events) {
    inTurns.push(event);
    alerts.push(...inTurns.turn());
  }
  alerts.push(...inTurns.finish());
  expect(alerts).toEqual(await run(learning, events));
  expect(alerts).toHaveLength(1);
});
