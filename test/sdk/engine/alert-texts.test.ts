import { describe, expect, test } from "vitest";
import { call, calls, type Invocation, only, rule, run } from "./history.ts";

const fail = (): never => {
  throw new TypeError("Cannot read properties of undefined (reading 'x')");
};
const FAILED = "TypeError: Cannot read properties of undefined";
const LONG = "é".repeat(2_000);
const CUT = `${"é".repeat(984)} ... (truncated)`;

describe.each([
  ["title", "Shown"],
  ["description", ""],
  ["runbook", ""],
  ["reference", ""],
] as const)("the %s", (key, fallback) => {
  const table: [string, unknown, string, string?][] = [
    ["fixed", "text", "text"],
    ["of the event", (event: Invocation) => event.accountId, "111122223333"],
    ["of the window", (_: unknown, window: { value: number }) => `${window.value}`, "1"],
    ["fixed and long", LONG, CUT],
    ["computed and long", () => LONG, CUT],
    ["of 1,000 characters", "x".repeat(1_000), "x".repeat(1_000)],
    ["cut inside a character", `${"x".repeat(983)}${"😀".repeat(20)}`, `${"x".repeat(983)} ... (truncated)`],
    ["throwing", fail, fallback, FAILED],
    ["empty", () => "", fallback, "returned an empty text"],
    ["no text", () => 5, fallback, "returned number"],
    ["nothing", () => undefined, fallback, "returned undefined"],
    [
      "a promise that fails",
      async () => await Promise.reject(new Error("x")),
      fallback,
      "returned a promise",
    ],
  ];
  test.each(table)("%s", async (_, said, expected, error) => {
    const alert = await only(rule({ displayName: "Shown", [key]: said }));
    expect(alert[key]).toBe(expected);
    expect(alert.faults).toEqual(error === undefined ? [] : [{ function: key, error }]);
  });
});

test("a title is the display name, or the id, when there is none", async () => {
  expect((await only(rule({ displayName: "Shown" }))).title).toBe("Shown");
  expect((await only(rule({ title: "" }))).title).toBe("Test.Rule");
});

describe("destinations", () => {
  const names = Array.from({ length: 12 }, (_, n) => `d${n}`);
  const table: [string, unknown, string[], string?][] = [
    ["fixed", ["a", "b"], ["a", "b"]],
    ["computed", (event: Invocation) => [event.accountId], ["111122223333"]],
    ["none", () => [], []],
    ["more than ten", () => names, names.slice(0, 10)],
    ["throwing", fail, [], FAILED],
    ["no list", () => "a", [], "returned string"],
    ["a list of other things", () => ["a", 5], [], "returned an array"],
  ];
  test.each(table)("%s", async (_, destinations, expected, error) => {
    const alert = await only(rule({ destinations }));
    expect(alert.destinations).toEqual(expected);
    expect(alert.faults).toEqual(error === undefined ? [] : [{ function: "destinations", error }]);
  });
});

/** A context of so many characters. */
function sized(length: number): object {
  return { text: "x".repeat(length - '{"text":""}'.length) };
}

describe("the context", () => {
  const cycle: Record<string, unknown> = {};
  cycle["self"] = cycle;
  const table: [string, unknown, object, string?][] = [
    ["fixed", { a: 1 }, { a: 1 }],
    [
      "of event and window",
      (event: Invocation, w: { count: number }) => ({ m: event.modelId, n: w.count }),
      { m: "amazon.nova-lite-v1:0", n: 1 },
    ],
    ["a time is text", () => ({ at: new Date(0) }), { at: "1970-01-01T00:00:00.000Z" }],
    ["a time that is none", () => ({ at: new Date(Number.NaN) }), { at: null }],
    ["no number", () => ({ n: Number.NaN, m: Number.POSITIVE_INFINITY }), { n: null, m: null }],
    [
      "what JSON has no word for is left out",
      () => ({ u: undefined, f: fail, s: Symbol("s"), k: 1 }),
      { k: 1 },
    ],
    ["as large as allowed", () => sized(204_800), sized(204_800)],
    [
      "larger",
      () => sized(204_801),
      { _error: "the context is 204801 characters, over the limit of 204800" },
    ],
    [
      "a cycle",
      () => cycle,
      { _error: "TypeError: Converting circular structure to JSON" },
      "TypeError: Converting circular structure to JSON",
    ],
    [
      "a BigInt",
      () => ({ n: 1n }),
      { _error: "TypeError: Do not know how to serialize a BigInt" },
      "TypeError: Do not know how to serialize a BigInt",
    ],
    ["throwing", fail, { _error: FAILED }, FAILED],
    ["a list", () => [1], { _error: "returned an array" }, "returned an array"],
    ["nothing", () => undefined, { _error: "returned undefined" }, "returned undefined"],
    ["a time", () => new Date(0), { _error: "returned string" }, "returned string"],
    ["null", () => null, { _error: "returned null" }, "returned null"],
    [
      "a promise",
      async () => await Promise.reject(new Error("x")),
      { _error: "returned a promise" },
      "returned a promise",
    ],
  ];
  test.each(table)("%s", async (_, alertContext, expected, error) => {
    const alert = await only(rule({ alertContext }));
    expect(alert.context).toEqual(expected);
    expect(alert.faults).toEqual(error === undefined ? [] : [{ function: "alertContext", error }]);
  });

  test("is a copy", async () => {
    const context = { list: [1] };
    const alert = await only(rule({ alertContext: () => context }));
    context.list.push(2);
    expect(alert.context).toEqual({ list: [1] });
  });
});

describe("the group", () => {
  const table: [string, object, string, string?][] = [
    ["is the dedup", { dedup: (event: Invocation) => event.modelId }, "amazon.nova-lite-v1:0"],
    ["is the fixed title without one", { dedup: undefined, title: "T" }, "T"],
    [
      "is the event's title without one",
      { dedup: undefined, title: (event: Invocation) => event.accountId },
      "111122223333",
    ],
    ["is the id without either", { dedup: undefined, displayName: "Shown" }, "Test.Rule"],
    ["is the id when the title fails", { dedup: undefined, title: fail }, "Test.Rule", "title"],
    ["is the id when the title is empty", { dedup: undefined, title: "" }, "Test.Rule"],
    ["is the title when the dedup is empty", { dedup: () => "", title: "T" }, "T", "dedup"],
    ["is the title when the dedup is no text", { dedup: () => 5, title: "T" }, "T", "dedup"],
    ["is the title when the dedup throws", { dedup: fail, title: "T" }, "T", "dedup"],
    [
      "is the id when the dedup throws and the title takes the window",
      { dedup: fail, title: (e: Invocation, w: object) => `${e.accountId}${typeof w}` },
      "Test.Rule",
      "dedup",
    ],
    ["is cut like a title", { dedup: () => LONG }, CUT],
  ];
  test.each(table)("%s", async (_, changes, expected, faulty) => {
    const alert = await only(rule(changes));
    expect(alert.dedup).toBe(expected);
    expect(alert.faults.map((fault) => fault.function)).toEqual(faulty === undefined ? [] : [faulty]);
  });

  test("of two rules is two groups, whatever their ids and keys look like", async () => {
    const rules = [
      rule({ id: "a", dedup: () => 'b","c', threshold: 2 }),
      rule({ id: "a,b", dedup: () => "c", threshold: 2 }),
    ];
    expect(await run(rules, [call(0, 0)])).toEqual([]);
  });
});

test("faults of every event of an alert are listed, each once", async () => {
  const broken = rule({
    threshold: 2,
    dedup: (event: Invocation) => (event.modelId === "x" ? fail() : "Test.Rule"),
    exceptions: [
      {
        id: "e",
        reason: "r",
        owner: "o",
        expires: "2030-01-01",
        when: (event: Invocation) => event.modelId === "y" && fail(),
      },
    ],
    title: () => "",
  });
  const alert = await only(
    broken,
    calls([
      [0, "a", "x"],
      [1, "a", "z"],
      [2, "a", "x"],
      [3, "a", "y"],
    ]),
  );
  expect(alert.eventCount).toBe(4);
  expect(alert.faults.map((fault) => fault.function).toSorted()).toEqual(["dedup", "exceptions.e", "title"]);
});
