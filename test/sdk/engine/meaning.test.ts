import { type AnyRule, defineCorrelation, step } from "caracal";
import { describe, expect, test } from "vitest";
import { BASE, calls, engine, type Invocation, rule, savedState, type Step } from "./history.ts";

const model = (event: Invocation): string => event.modelId;
const COUNTS = { threshold: { count: 3, within: "1h" }, dedupPeriod: "2h" };
const LEARNS = { firstSeen: { key: model, learn: "1m", forget: "30d" } };

/** Runs steps with one rule and the others with what became of it: what was let go, and the alerts of both. */
function changed(before: AnyRule, first: readonly Step[], after: AnyRule, second: readonly Step[]) {
  const state = savedState();
  const rows = calls([...first, ...second]);
  const former = engine([before], { state: state.open() });
  for (const event of rows.slice(0, first.length)) former.push(event);
  former.turn();
  state.save(former);
  const running = engine([after], { state: state.open() });
  for (const event of rows.slice(first.length)) running.push(event);
  const closed = running.turn();
  state.save(running);
  const alerts = [...closed, ...running.finish()].map(
    ({ dedup, threshold }) => `${dedup}: ${threshold.value}`,
  );
  return {
    alerts,
    restarts: running.restarts,
    keys: [...state.entries.keys()].filter((key) => /^(group|seen)/.test(key)),
  };
}

const twice: Step[] = [
  [0, "a", "x"],
  [60, "a", "x"],
  [90, "b", "x"],
];
const thenOnce: Step[] = [[120, "a", "x"]];

describe("a rule that has changed goes on with its windows when it is another", () => {
  test.each<[string, object, string[]]>([
    ["number that raises an alert", { threshold: { count: 2, within: "1h" } }, ["a: 3"]],
    ["dedup period", { dedupPeriod: "3h" }, ["a: 3"]],
    ["severity, title or runbook", { severity: "HIGH", dedup: rule(COUNTS).dedup, title: "x" }, ["a: 3"]],
    [
      "exception",
      { exceptions: [{ id: "x", reason: "r", owner: "o", expires: "2030-01-01", when: () => false }] },
      ["a: 3"],
    ],
  ])("%s", (_, changes, expected) => {
    const { alerts, restarts } = changed(rule(COUNTS), twice, rule({ ...COUNTS, ...changes }), thenOnce);
    expect(restarts).toEqual([]);
    expect(alerts).toEqual(expected);
  });
});

describe("a rule starts afresh when it has another", () => {
  test.each<[string, object]>([
    ["detect", { detect: (event: Invocation) => event.accountId !== "c" }],
    ["dedup", { dedup: (event: Invocation) => event.accountId.trim() }],
    ["measure", { threshold: { unique: (event: Invocation) => event.p_row_id, atLeast: 3, within: "1h" } }],
    ["window", { threshold: { count: 3, within: "2h" } }],
  ])("%s", (_, changes) => {
    const { alerts, restarts } = changed(rule(COUNTS), twice, rule({ ...COUNTS, ...changes }), thenOnce);
    expect(restarts).toEqual([{ ruleId: "Test.Rule", groups: 1, keys: 0 }]);
    expect(alerts).toEqual([]);
  });
});

/** A correlation over one rule. */
const over = (steps: AnyRule) =>
  defineCorrelation({
    id: "Test.Correlation",
    severity: "LOW",
    order: "any",
    within: "1h",
    steps: { twice: step(steps, { by: BASE.dedup, atLeast: 3 }) },
  });

/** Runs steps with a correlation over one rule, which is then made with another detect. */
const correlated = (detect: (event: Invocation) => boolean) => {
  const signals = rule({ createAlert: false });
  const after = rule({ createAlert: false, detect });
  const state = savedState();
  const rows = calls([...twice, ...thenOnce, [180, "a"]]);
  const former = engine([signals, over(signals)], { state: state.open() });
  for (const event of rows.slice(0, 3)) former.push(event);
  former.turn();
  state.save(former);
  const running = engine([after, over(after)], { state: state.open() });
  for (const event of rows.slice(3)) running.push(event);
  return { restarts: running.restarts.map(({ ruleId }) => ruleId), alerts: running.finish().length };
};

test("a correlation starts afresh when a rule of its steps matches otherwise", () => {
  expect(correlated(BASE.detect)).toEqual({ restarts: [], alerts: 1 });
  expect(correlated(() => "other" !== "a".trim())).toEqual({ restarts: ["Test.Correlation"], alerts: 0 });
});

test("an open alert of a rule that starts afresh is still handed out, as it was", () => {
  const { alerts, restarts } = changed(
    rule({ threshold: { count: 2, within: "1h" } }),
    twice,
    rule({ threshold: { count: 2, within: "2h" } }),
    thenOnce,
  );
  expect(restarts).toEqual([{ ruleId: "Test.Rule", groups: 1, keys: 0 }]);
  expect(alerts).toEqual(["a: 2"]);
});

describe("what a rule with first-seen has learned", () => {
  const learning: Step[] = [
    [0, "a", "x"],
    [100, "a", "y"],
  ];
  const again: Step[] = [
    [200, "a", "y"],
    [300, "a", "z"],
  ];

  test("stays when it is to learn or forget otherwise", () => {
    const after = rule({ firstSeen: { key: model, learn: "2m", forget: "60d" } });
    const { alerts, restarts } = changed(rule(LEARNS), learning, after, again);
    expect(restarts).toEqual([]);
    expect(alerts).toEqual(["a: 1"]);
  });

  test("goes when its key is another", () => {
    const after = rule({
      firstSeen: { ...LEARNS.firstSeen, key: (event: Invocation) => event.modelId.trim() },
    });
    const { alerts, restarts } = changed(rule(LEARNS), learning, after, again);
    expect(restarts).toEqual([{ ruleId: "Test.Rule", groups: 0, keys: 2 }]);
    expect(alerts).toEqual(["a: 1"]);
  });
});

test("state of a rule that does not run is kept", () => {
  const state = savedState();
  const run = (rules: AnyRule[], steps: readonly Step[]) => {
    const running = engine(rules, { state: state.open() });
    for (const event of calls(steps))
      running.push({ ...event, p_row_id: `${steps.length}${event.p_row_id.slice(1)}` });
    const alerts = running.turn();
    state.save(running);
    return [...alerts, ...running.finish()];
  };
  const other = rule({ id: "Other", detect: () => false });
  expect(run([rule(COUNTS)], twice)).toEqual([]);
  expect(
    run(
      [other],
      [
        [100, "a"],
        [101, "a"],
      ],
    ),
  ).toEqual([]);
  expect(run([other, rule(COUNTS)], [[120, "a"]])).toMatchObject([{ eventCount: 3 }]);
});
