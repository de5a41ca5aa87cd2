import { describe, expect, test } from "vitest";
import { compileCorrelation } from "../../../../sdk/engine/correlation/compiled-correlation.ts";
import type { CorrelationRunner, Outcome } from "../../../../sdk/engine/correlation/correlation-runner.ts";
import { sha256 } from "../../../../sdk/event/sha256.ts";
import { listenersOf } from "../../../../sdk/engine/correlation/listeners.ts";
import { type StepMatch, stepMatchesOf } from "../../../../sdk/engine/correlation/step-match.ts";
import { alertOf } from "../../../../sdk/engine/open-alert.ts";
import { lowestFirst } from "../../../../sdk/rule/check-correlations.ts";
import type { AnyCorrelation } from "../../../../sdk/rule/correlation.ts";
import { call, type Invocation, rowId, START } from "../history.ts";
import { alertsOf, correlation, matchesOf, no, runnerOf, some, told } from "./history.ts";

const account = (event: Invocation): string => event.accountId;
const T = "2026-03-02T09:00:0";

/** Calls through a rule A that matches `one` and a rule B that matches `two`, and all correlations over them. */
function runAll(
  correlations: readonly AnyCorrelation[],
  events: readonly Invocation[],
  until: number,
): Outcome[] {
  const listeners = listenersOf(correlations.map(compileCorrelation), sha256);
  const matches = events.flatMap((event): StepMatch[] => {
    const { p_log_type: logType, p_row_id: row, p_event_time: at } = event;
    const entry = {
      time: at.getTime(),
      rowId: row,
      logType,
      indicators: {},
      summary: ["x", "y"],
      faults: [],
    };
    return stepMatchesOf(listeners.get(event.modelId === "one" ? "A" : "B") ?? [], event, entry);
  });
  const waiting = [...matches];
  return lowestFirst(correlations).map((one) => {
    const own = waiting.filter((match) => match.correlation === one.id && match.on === "match");
    const outcome = runnerOf(one).run(own, START + until * 1_000);
    waiting.push(...outcome.above.map((match) => ({ ...match, on: "match" as const })));
    return outcome;
  });
}

const calls = (...steps: [number, string][]): Invocation[] =>
  steps.map(([at, modelId], row) => call(at, row, { modelId }));

const titles = (outcome: Outcome | undefined): string[] =>
  (outcome?.alerts ?? []).map(({ said }) => said.title);

const byCount = ({ A }: { A: { count: number } }) => (A.count > 2 ? "CRITICAL" : "INFO");
const broken = () => {
  throw new TypeError("no");
};
const many = (atLeast: number) => correlation({ ...some("A", { atLeast }), ...some("B") });
const failing = (event: Invocation): string => {
  if (event.modelId === "two") throw new RangeError("secret");
  return "k";
};

describe("an alert", () => {
  const rule = correlation(
    { ...some("A", { atLeast: 2 }), ...no("C"), ...some("B", { context: () => ({}) }) },
    {
      displayName: "A, then B",
      severity: "HIGH",
      dedupPeriod: "4s",
      tags: ["t"],
      reports: { "MITRE ATT&CK": ["TA0006:T1078"] },
      title: ({ A, B }: Record<string, { count: number; context: { row: number } }>, key: string) =>
        `${A?.count} ${key} ${B?.context.row}`,
      alertContext: (steps: object) => steps,
    },
  );
  const lines = [
    [0, "A"],
    [1, "A"],
    [2, "B"],
  ] as const;

  test("tells of its steps", () => {
    const [alert] = alertsOf(rule, lines);
    expect(alert).toEqual({
      alertId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      type: "CORRELATION_RULE",
      ruleId: "Test.Correlation",
      displayName: "A, then B",
      severity: "HIGH",
      title: "2 k 2",
      dedup: "k",
      createdAt: `${T}2.000Z`,
      firstEventTime: `${T}0.000Z`,
      lastEventTime: `${T}2.000Z`,
      eventCount: 3,
      threshold: { measure: "steps", value: 3, atLeast: 3, within: "10s" },
      logTypes: ["AWS.BedrockModelInvocation"],
      description: "",
      runbook: "",
      reference: "",
      tags: ["t"],
      reports: { "MITRE ATT&CK": ["TA0006:T1078"] },
      destinations: [],
      summary: {},
      entities: { p_any_usernames: ["user-0", "user-1", "user-2"] },
      context: {
        A: {
          ruleId: "A",
          count: 2,
          firstEventTime: `${T}0.000Z`,
          lastEventTime: `${T}1.000Z`,
          context: { row: 1 },
        },
        B: {
          ruleId: "B",
          count: 1,
          firstEventTime: `${T}2.000Z`,
          lastEventTime: `${T}2.000Z`,
          context: { row: 2 },
        },
      },
      eventIds: [rowId(0), rowId(1), rowId(2)],
      faults: [],
      steps: [
        {
          name: "A",
          ruleId: "A",
          count: 2,
          firstEventTime: `${T}0.000Z`,
          lastEventTime: `${T}1.000Z`,
          eventIds: [rowId(0), rowId(1)],
        },
        { name: "C", ruleId: "C", count: 0, eventIds: [], absent: true },
        {
          name: "B",
          ruleId: "B",
          count: 1,
          firstEventTime: `${T}2.000Z`,
          lastEventTime: `${T}2.000Z`,
          eventIds: [rowId(2)],
        },
      ],
    });
  });

  test("is joined by completions less than its dedup period later", () => {
    const again = [...lines, [4, "A"], [4, "A"], [5.999, "B"]] as const;
    const [alert, ...others] = alertsOf(rule, again);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ eventCount: 6, createdAt: `${T}2.000Z`, lastEventTime: `${T}5.999Z` });
    expect(alert?.steps).toMatchObject([
      { count: 4, firstEventTime: `${T}0.000Z`, lastEventTime: `${T}4.000Z` },
      { count: 0 },
      { count: 2, eventIds: [rowId(2), rowId(5)] },
    ]);
    expect(told(rule, [...lines, [4, "A"], [4, "A"], [6, "B"]])).toHaveLength(2);
  });

  test("only becomes more severe", () => {
    const rising = correlation(
      { ...some("A", { atLeast: 2 }), ...some("B") },
      { severity: byCount, defaultSeverity: "LOW", dedupPeriod: "1m" },
    );
    const [alert] = alertsOf(rising, [
      ...lines,
      [3, "A"],
      [3, "A"],
      [3, "A"],
      [4, "B"],
      [5, "A"],
      [5, "A"],
      [6, "B"],
    ]);
    expect(alert?.severity).toBe("CRITICAL");
  });

  test("has the same id for the same history, and another for another key", () => {
    const ids = ["k", "k", "other"].map((key) => {
      const [alert] = alertsOf(
        rule,
        lines.map(([at, names]) => [at, names, key] as const),
      );
      return alert?.alertId;
    });
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  test("falls back where a function fails, and says so", () => {
    const faulty = correlation(some("A"), {
      title: broken,
      severity: broken,
      defaultSeverity: "LOW",
      alertContext: broken,
      destinations: () => 5,
    });
    const [alert] = alertsOf(faulty, [[0, "A"]]);
    expect(alert).toMatchObject({
      title: "Test.Correlation",
      severity: "LOW",
      destinations: [],
      context: { _error: "TypeError" },
    });
    expect(alert?.faults.map((fault) => fault.function).toSorted()).toEqual([
      "alertContext",
      "destinations",
      "severity",
      "title",
    ]);
  });

  test("lists a hundred of many matches, and those that a step needs beyond that", () => {
    const flood = [...Array.from({ length: 300 }, (_, at) => [at / 100, "A"] as const), [4, "B"] as const];
    expect(alertsOf(many(1), flood)[0]).toMatchObject({
      eventCount: 101,
      steps: [{ count: 100 }, { count: 1 }],
    });
    const [alert] = alertsOf(many(250), flood);
    expect(alert).toMatchObject({ eventCount: 251, steps: [{ count: 250 }, { count: 1 }] });
    expect(alert?.steps?.[0]?.eventIds).toHaveLength(100);
  });
});

describe("what an event is for a correlation", () => {
  test("is nothing, where its key is an empty text", () => {
    const [listener] =
      listenersOf([compileCorrelation(correlation(some("A", { by: () => "" })))], sha256).get("A") ?? [];
    const entry = { time: 5, rowId: "r", logType: "x", indicators: {}, summary: [], faults: [] };
    expect(stepMatchesOf(listener === undefined ? [] : [listener], call(0, 0), entry)).toEqual([]);
    expect(listener).toBeDefined();
  });

  test("is its key, value and context, as plain data", () => {
    const rule = correlation({
      ...some("A", {
        by: (event: Invocation) => [event.accountId, event.modelId],
        distinct: { of: account, atLeast: 2 },
        context: (event: Invocation) => ({ model: event.modelId, none: undefined }),
      }),
    });
    const [listener] = listenersOf([compileCorrelation(rule)], sha256).get("A") ?? [];
    const entry = { time: 5, rowId: "r", logType: "x", indicators: {}, summary: [], faults: [] };
    const [match] = stepMatchesOf(
      listener === undefined ? [] : [listener],
      call(0, 0, { modelId: "one" }),
      entry,
    );
    const expected = {
      correlation: "Test.Correlation",
      step: 0,
      on: "match",
      time: 5,
      entry,
      key: "\u0000\u0001111122223333\u0001one",
      dedup: "111122223333 one",
      distinct: "111122223333",
      context: { model: "one" },
      above: [],
    };
    expect(match).toEqual(expected);
    expect(structuredClone(match)).toEqual(expected);
  });

  test.each<[string, object]>([
    ["by", { by: () => 5 }],
    ["distinct.of", { distinct: { of: () => undefined, atLeast: 1 } }],
    ["context", { context: () => "text" }],
    ["context", { context: () => ["list"] }],
    ["context", { context: () => ({ long: "x".repeat(10_000) }) }],
  ])("is a rule error where %s returns what it must not", (place, options) => {
    const rule = correlation(some("A", options), { dedupPeriod: "1h" });
    const [outcome] = runAll([rule], calls([0, "one"], [1, "one"]), 5);
    const [alert] = outcome?.alerts ?? [];
    expect(new Set(outcome?.alerts).size).toBe(1);
    expect(alert?.said).toMatchObject({ type: "RULE_ERROR", dedup: "ReturnError", context: { at: place } });
    expect(alert?.eventCount).toBe(2);
  });

  test("is a rule error where a function throws, and the other matches count", () => {
    const rule = correlation(
      { ...some("A", { by: failing, atLeast: 2 }), ...some("B", { by: failing }) },
      { order: "any" },
    );
    const [outcome] = runAll([rule], calls([0, "one"], [1, "two"], [2, "one"]), 5);
    expect(titles(outcome)).toEqual(["Test.Correlation failed: RangeError"]);
    expect(JSON.stringify(outcome?.alerts.map(alertOf))).not.toContain("secret");
  });
});

describe("a correlation over a correlation", () => {
  const low = correlation({ ...some("A"), ...some("B") }, { id: "Low", dedupPeriod: "3s" });
  const seen = { context: (event: Invocation) => ({ model: event.modelId }), by: account };
  const over = (options: object) => {
    const { rule: _, ...own } = some("x", { ...seen, ...options })["x"] as { rule: unknown };
    return correlation(
      { low: { ...own, rule: low } },
      {
        id: "High",
        title: ({ low: { count, context } }: never) => `${String(count)} ${JSON.stringify(context)}`,
      },
    );
  };
  const twice = calls([0, "one"], [1, "two"], [2, "one"], [3, "two"], [5, "one"], [6, "two"]);

  test("takes its completions for matches, with the events that completed it", () => {
    const [, high] = runAll([over({ atLeast: 3 }), low], twice, 9);
    expect(titles(high)).toEqual(['3 {"model":"two"}']);
    expect(high?.alerts[0]?.eventIds).toEqual([rowId(1), rowId(3), rowId(5)]);
  });

  test("takes only those that made an alert where it asks for alerts", () => {
    const [, high] = runAll([over({ on: "alert" }), low], twice, 9);
    expect(high?.alerts.map(({ eventIds }) => eventIds)).toEqual([[rowId(1)], [rowId(5)]]);
  });

  test("takes a deadline for its time, and the last event for its event", () => {
    const quiet = correlation({ ...some("A"), ...no("B", { within: "5s" }) }, { id: "Low" });
    const above = correlation({ low: { ...over({})["steps"]["low"], rule: quiet } }, { id: "High" });
    const [, high] = runAll([above, quiet], calls([0, "one"]), 9);
    expect(high?.alerts[0]?.said.createdAt).toBe(`${T}5.000Z`);
    expect(high?.alerts[0]?.eventIds).toEqual([rowId(0)]);
  });
});

describe("the keys that a correlation remembers", () => {
  const rule = correlation({ ...some("A", { atLeast: 2 }), ...some("B") }, { dedupPeriod: "5s" });
  const grow = (runner: CorrelationRunner, lines: Parameters<typeof matchesOf>[1], now: number): Outcome =>
    runner.run(matchesOf(rule, lines), START + now * 1_000);

  test("are none for what cannot begin it", () => {
    const runner = runnerOf(rule);
    grow(
      runner,
      [
        [0, "B", "x"],
        [1, "B", "y"],
      ],
      2,
    );
    expect([...runner.keys.entries()]).toEqual([]);
  });

  test("make room once their windows are empty and their alerts closed", () => {
    const runner = runnerOf(rule, { limit: 2 });
    grow(
      runner,
      [
        [0, "A", "x"],
        [1, "A", "y"],
        [1, "A", "y"],
        [2, "B", "y"],
        [30, "A", "z"],
      ],
      30,
    );
    expect([...runner.keys.entries()].map(([key]) => key)).toEqual(["z"]);
    expect(runner.keys.evicted).toBe(0);
  });

  test("make room when there are too many: those with the fewest steps first, then the oldest; which is counted", () => {
    const closed: string[] = [];
    const runner = runnerOf(rule, { limit: 3, onEvict: (alert) => closed.push(alert.said.dedup) });
    grow(
      runner,
      [
        [0, "A", "full"],
        [0, "A", "full"],
        [1, "A", "old"],
        [2, "A", "new"],
        [3, "A", "more"],
      ],
      3,
    );
    expect([...runner.keys.entries()].map(([key]) => key)).toEqual(["full", "new", "more"]);
    expect(runner.keys.evicted).toBe(1);
    expect(closed).toEqual([]);
  });

  test("do not wait any more once they had to go", () => {
    const waiting = correlation({ ...some("A"), ...no("B", { within: "5s" }) });
    const runner = runnerOf(waiting, { limit: 1 });
    const lines = [
      [0, "A", "x"],
      [1, "A", "y"],
    ] as const;
    const { alerts } = runner.run(matchesOf(waiting, lines), START + 20_000);
    expect(alerts.map(({ said }) => said.dedup)).toEqual(["y"]);
  });

  test("are saved as they change", () => {
    const runner = runnerOf(rule, { isSaved: true });
    grow(
      runner,
      [
        [0, "A", "x"],
        [0, "B", "y"],
      ],
      1,
    );
    expect([...runner.keys.takeChanges()].map(([key]) => key)).toEqual(["x"]);
    expect([...runner.keys.takeChanges()]).toEqual([]);
  });
});

test("what a correlation did is counted", () => {
  const runner = runnerOf(correlation(some("A"), { dedupPeriod: "5s" }));
  runner.run(
    matchesOf(correlation(some("A")), [
      [0, "A"],
      [1, "A"],
      [9, "A"],
    ]),
    START + 9_000,
  );
  expect(runner.counts).toEqual({ completions: 3, alerts: 2, errors: 0 });
});
