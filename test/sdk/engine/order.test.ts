import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnyCorrelation, type AnyRule, defineCorrelation, type Detection, step, without } from "caracal";
import type { Alert } from "../../../sdk/engine/alert.ts";
import type { EngineOptions } from "../../../sdk/engine/engine-options.ts";
import { calls, engine, type Invocation, rule, run, savedState } from "./history.ts";
import { type ReferenceRule, referenceAlerts } from "./reference-alerts.ts";

const tokens = (event: Invocation): number => event.input?.inputTokenCount ?? 0;
const model = (event: Invocation): string => event.modelId;
const account = (event: Invocation): string => event.accountId;
const SECOND = 1_000;

/** Each rule for the engine, and the same for the reference. */
const PAIRS: readonly [object, Omit<ReferenceRule, "id" | "dedup">][] = [
  [
    {
      dedupPeriod: "5s",
      severity: (event: Invocation) => (tokens(event) > 2 ? "HIGH" : "LOW"),
      defaultSeverity: "LOW",
    },
    {
      detect: () => true,
      measure: (events) => events.length,
      atLeast: 1,
      within: 5 * SECOND,
      dedupPeriod: 5 * SECOND,
      isHigh: (event) => tokens(event) > 2,
    },
  ],
  [
    {
      threshold: { count: 3, within: "10s" },
      dedupPeriod: "4s",
      detect: (event: Invocation) => tokens(event) > 0,
    },
    {
      detect: (event) => tokens(event) > 0,
      measure: (events) => events.length,
      atLeast: 3,
      within: 10 * SECOND,
      dedupPeriod: 4 * SECOND,
    },
  ],
  [
    { threshold: { unique: model, atLeast: 2, within: "6s" }, dedupPeriod: "9s" },
    {
      detect: () => true,
      measure: (events) => new Set(events.map(model)).size,
      atLeast: 2,
      within: 6 * SECOND,
      dedupPeriod: 9 * SECOND,
    },
  ],
  [
    { threshold: { sum: tokens, atLeast: 5, within: "8s" }, dedupPeriod: "8s" },
    {
      detect: () => true,
      measure: (events) => events.reduce((sum, event) => sum + tokens(event), 0),
      atLeast: 5,
      within: 8 * SECOND,
      dedupPeriod: 8 * SECOND,
    },
  ],
  [
    {
      threshold: { ratio: (event: Invocation) => tokens(event) > 1, above: 0.5, minimum: 3, within: "8s" },
      dedupPeriod: "5s",
    },
    {
      detect: () => true,
      measure: (events) => {
        const share = events.filter((event) => tokens(event) > 1).length / events.length;
        return events.length >= 3 && share > 0.5 ? share : -1;
      },
      atLeast: 0,
      within: 8 * SECOND,
      dedupPeriod: 5 * SECOND,
    },
  ],
  [
    { firstSeen: { key: model, scope: account, learn: "5s", forget: "12s" }, dedupPeriod: "3s" },
    {
      detect: () => true,
      measure: (events) => events.length,
      atLeast: 1,
      within: 3 * SECOND,
      dedupPeriod: 3 * SECOND,
      firstSeen: { key: model, scope: account, learn: 5 * SECOND, forget: 12 * SECOND },
    },
  ],
];

const RULES = PAIRS.map(([changes], n) => rule({ id: `R${n}`, summaryAttributes: ["modelId"], ...changes }));
const REFERENCE = PAIRS.map(([, reference], n) => ({ id: `R${n}`, dedup: account, ...reference }));

/** Rules that have references of their own, in other tests. */
const MORE = [
  { threshold: { absence: "3s", minimum: 2, within: "10s" }, dedupPeriod: "6s" },
  { threshold: { baseline: tokens, factor: 1, floor: 2, warmUp: "4s", within: "5s" }, dedupPeriod: "3s" },
  {
    detect: (event: Invocation) => {
      if (tokens(event) === 1) throw new TypeError("no");
      return false;
    },
    dedupPeriod: "7s",
  },
].map((changes, n) => rule({ id: `M${n}`, ...changes }));

/** Correlations over them, of every form: steps by count, value and alert, absences, and one over another. */
const by = (event: never): string => account(event);
const [PLAIN, COUNTING, , , , NEW] = RULES as [AnyRule, AnyRule, AnyRule, AnyRule, AnyRule, AnyRule];
const [SILENT] = MORE as [AnyRule];
const counted = step(PLAIN, { by, atLeast: 2, distinct: { of: (event: never) => model(event), atLeast: 2 } });
const LOWER = correlation("any", { counted, fresh: step(NEW, { by }) }, { createAlert: false });
const CORRELATIONS = [
  correlation("sequence", { counted, raised: step(COUNTING, { by, on: "alert" }) }),
  LOWER,
  correlation("sequence", { lower: step(LOWER, { by }), after: step(COUNTING, { by }) }),
  correlation("sequence", {
    raised: step(COUNTING, { by, on: "alert" }),
    no: without(NEW, { by, within: "3s" }),
  }),
  correlation("sequence", { no: without(COUNTING, { by, within: "4s" }), fresh: step(NEW, { by }) }),
  correlation("any", { silent: step(SILENT, { by, on: "alert" }), plain: step(PLAIN, { by }) }),
];

function correlation(order: "sequence" | "any", steps: object, changes: object = {}): AnyCorrelation {
  const id = `C${order}${Object.keys(steps).join("")}`;
  const common = { id, severity: "LOW", order, within: "9s", dedupPeriod: "5s" };
  return defineCorrelation({ ...common, steps, ...changes } as never);
}

/** A few groups, models and times, so that ties, joins and crossings abound. Eighths add up without rounding. */
const histories: fc.Arbitrary<Invocation[]> = fc
  .array(
    fc.tuple(
      fc.nat(40).map((half) => half / 2),
      fc.constantFrom("a", "b"),
      fc.constantFrom("x", "y", "z"),
      fc.integer({ min: -8, max: 32 }).map((eighths) => eighths / 8),
    ),
    { maxLength: 40 },
  )
  .map((all) =>
    calls(all.map(([at, group, modelId]) => [at, group, modelId])).map((event, n) => ({
      ...event,
      input: { inputTokenCount: all[n]?.[3] ?? 0 },
    })),
  );

const shuffled = histories.chain((events) =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
);
const LATENESS = { lateness: 20 * SECOND };

const batches = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });

function byId(alerts: readonly Alert[]): Alert[] {
  return alerts.toSorted((one, other) => (one.alertId < other.alertId ? -1 : 1));
}

async function inBatches(
  events: readonly Invocation[],
  sizes: readonly number[],
  options: Partial<EngineOptions>,
): Promise<Alert[]> {
  const running = engine(RULES, options);
  const alerts: Alert[] = [];
  let [next, batch] = [sizes[0] ?? 1, 0];
  for (const [n, event] of events.entries()) {
    running.push(event);
    if (n + 1 < next) continue;
    alerts.push(...running.turn());
    next += sizes[++batch % sizes.length] ?? 1;
  }
  return [...alerts, ...running.finish()];
}

/** Each batch with an engine of its own, which goes on from what the one before it saved. */
function interrupted(
  rules: Detection[],
  events: readonly Invocation[],
  sizes: readonly number[],
  options: Partial<EngineOptions>,
): Alert[] {
  const state = savedState();
  const alerts: Alert[] = [];
  let running = engine(rules, { ...options, state: state.open() });
  for (let [from, batch] = [0, 0]; from < events.length; batch++) {
    const to = from + (sizes[batch % sizes.length] ?? 1);
    for (const event of events.slice(from, to)) running.push(event);
    alerts.push(...running.turn());
    state.save(running);
    running = engine(rules, { ...options, state: state.open() });
    from = to;
  }
  return [...alerts, ...running.finish()];
}

describe("the same alerts in the same order", () => {
  test("whatever the order of arrival within the lateness", async () => {
    const rules = [...RULES, ...MORE, ...CORRELATIONS];
    await fc.assert(
      fc.asyncProperty(shuffled, async ([events, arrived]) => {
        const sorted = events.toSorted((a, b) => +a.p_event_time - +b.p_event_time);
        expect(await run(rules, arrived, LATENESS)).toEqual(await run(rules, sorted));
      }),
      { numRuns: 300 },
    );
  });

  test("also where a correlation completes", async () => {
    const raised = new Set<string>();
    for (const events of fc.sample(histories, 200))
      for (const { ruleId } of await run([...RULES, ...MORE, ...CORRELATIONS], events, LATENESS))
        raised.add(ruleId);
    const alerting = CORRELATIONS.filter(({ createAlert = true }) => createAlert);
    expect([...raised]).toEqual(expect.arrayContaining(alerting.map(({ id }) => id)));
  });

  test("wherever the rules are asked, also about events that come late or twice", () => {
    const rules = [...RULES, ...MORE, ...CORRELATIONS];
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 3 }), fc.nat(20), ([, arrived], count, lateness) => {
        const options = { lateness: lateness * SECOND };
        const [here, main] = [engine(rules, options), engine(rules, options)];
        const workers = Array.from({ length: count }, () => engine(rules));
        const twice = [...arrived, ...arrived.slice(0, 3)];
        const outcomes = twice.map((event) => here.push(event));
        const asked = twice.map((event, n) => structuredClone(workers[n % count]?.ask(event)));
        const apart = asked.map((one, n) => one && main.admit(one, { size: 0, record: twice[n] as object }));
        expect(apart).toEqual(outcomes);
        expect(main.finish()).toEqual(here.finish());
        expect(main.counts).toEqual(here.counts);
      }),
      { numRuns: 300 },
    );
  });

  test("whatever the batches", async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, batches, async ([, arrived], sizes) => {
        expect(await inBatches(arrived, sizes, LATENESS)).toEqual(await run(RULES, arrived, LATENESS));
      }),
    );
  });

  test("whatever the batches, when some events are late; only those that close on arrival may change places", async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, batches, fc.nat(19), async ([, arrived], sizes, lateness) => {
        const options = { lateness: lateness * SECOND };
        const alerts = await inBatches(arrived, sizes, options);
        expect(byId(alerts)).toEqual(byId(await run(RULES, arrived, options)));
      }),
    );
  });

  test("as by the letter", async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ([, arrived]) => {
        const expected = referenceAlerts(REFERENCE, arrived);
        const alerts = await run(RULES, arrived, LATENESS);
        const said = alerts.map(({ alertId, ruleId, dedup, createdAt, threshold, eventIds, severity }) => {
          return { alertId, ruleId, dedup, createdAt, value: threshold.value, eventIds, severity };
        });
        expect(said).toEqual(expected);
        for (const { eventIds, eventCount, firstEventTime, lastEventTime } of alerts) {
          const times = eventIds.map((id) => arrived.find(({ p_row_id }) => p_row_id === id)?.p_event_time);
          expect(eventCount).toBe(eventIds.length);
          expect(firstEventTime).toBe(times[0]?.toISOString());
          expect(lastEventTime).toBe(times.at(-1)?.toISOString());
        }
      }),
      { numRuns: 300 },
    );
  });

  test("wherever it is interrupted and goes on from its state, each alert once", async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, batches, fc.constantFrom(0, 7, 20), async ([, arrived], sizes, lateness) => {
        const options = { lateness: lateness * SECOND };
        const rules = [...RULES, ...MORE, ...CORRELATIONS];
        const expected = await run(rules, arrived, options);
        expect(byId(interrupted(rules, arrived, sizes, options))).toEqual(byId(expected));
      }),
      { numRuns: 300 },
    );
  });

  test("when an input ends and another goes on; an alert that grows comes again", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(40), async (events, cut) => {
        const sorted = events.toSorted((a, b) => +a.p_event_time - +b.p_event_time);
        const state = savedState();
        const alerts = [sorted.slice(0, cut), sorted.slice(cut)].flatMap((part) => {
          const running = engine(RULES, { state: state.open() });
          for (const event of part) running.push(event);
          const closed = running.turn();
          state.save(running);
          return [...closed, ...running.finish()];
        });
        const latest = new Map(alerts.map((alert) => [alert.alertId, alert]));
        expect(new Set(latest.values())).toEqual(new Set(await run(RULES, sorted)));
      }),
    );
  });
});

test("an event that waited and can no longer be made is left out and counted, and the others go on", () => {
  const state = savedState();
  const events = calls([
    [0, "a"],
    [1, "a"],
    [2, "a"],
  ]);
  const former = engine([rule({ threshold: 2 })], { ...LATENESS, state: state.open() });
  for (const event of events) former.push(event, { size: 0, record: { row: event.p_row_id } });
  former.turn();
  state.save(former);
  const remake = (record: object) =>
    events.slice(1).find(({ p_row_id }) => "row" in record && record.row === p_row_id);
  const running = engine([rule({ threshold: 2 })], { ...LATENESS, state: state.open(), remake });
  expect(running.counts.unreadable).toBe(1);
  running.turn();
  state.save(running);
  expect([...state.entries.keys()].filter((key) => key.startsWith("held "))).toHaveLength(2);
  expect(running.finish()).toMatchObject([{ eventCount: 2 }]);
});

describe("a late event", () => {
  /** A call at 100 s, then one that came 1 ms too late, then a third. */
  const history = calls([
    [100, "a", "x"],
    [79.999, "a", "x"],
    [101, "a", "x"],
  ]);
  const admit = async (changes: object) => {
    const running = engine([rule(changes)], LATENESS);
    const admissions = history.map((event) => running.push(event));
    const alerts = running.finish();
    return {
      uncounted: admissions[1],
      counts: running.counts,
      events: alerts.map(({ eventCount }) => eventCount),
    };
  };

  test("fires a rule that needs no order, and opens its alert", async () => {
    expect(await admit({})).toMatchObject({
      uncounted: { outcome: "late", uncounted: [] },
      counts: { late: 0, matches: 3, alerts: 1 },
      events: [3],
    });
  });

  test("counts alone, and the window of those in time goes on without it", async () => {
    const values: number[] = [];
    const title = (_: Invocation, { count }: { count: number }) => `${values.push(count)}`;
    const { events } = await admit({ title, threshold: { count: 1, within: "1m" }, dedupPeriod: "21s" });
    expect(events).toEqual([2, 1]);
    expect(values).toEqual([1, 1]);
  });

  test("joins an alert that is open", async () => {
    const running = engine([rule()], LATENESS);
    for (const event of calls([
      [100, "a"],
      [130, "a"],
      [109, "a"],
    ]))
      running.push(event);
    const [alert, ...others] = running.finish();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ eventCount: 3, firstEventTime: "2026-03-02T09:01:40.000Z" });
  });

  test.each([
    ["count", { threshold: 2 }],
    ["unique", { threshold: { unique: model, atLeast: 1 } }],
    ["sum", { threshold: { sum: () => 1, atLeast: 1 } }],
    ["ratio", { threshold: { ratio: () => true, above: 0.5, minimum: 1 } }],
    ["first-seen", { firstSeen: { key: model, learn: "1s", forget: "1d" } }],
  ])("is told, and not counted, for a rule over %s", async (_, changes) => {
    const { uncounted, counts, events } = await admit(changes);
    expect(uncounted).toEqual({ outcome: "late", uncounted: ["Test.Rule"] });
    expect(counts).toMatchObject({ late: 1, rules: { "Test.Rule": { events: 3 } } });
    expect(events).toEqual("firstSeen" in changes ? [] : [2]);
  });

  test("is told of the correlations that cannot count it, and still fires its own rule", () => {
    const plain = rule();
    const correlated = correlation("any", { plain: step(plain, { by, atLeast: 3 }) });
    const running = engine([plain, correlated], LATENESS);
    expect(history.map((event) => running.push(event))[1]).toEqual({
      outcome: "late",
      uncounted: [correlated.id],
    });
    expect(running.finish().map(({ ruleId, eventCount }) => [ruleId, eventCount])).toEqual([
      ["Test.Rule", 3],
    ]);
    expect(running.counts.late).toBe(1);
  });

  test("that matches nothing is told as late, but of no rule", async () => {
    const { uncounted, counts } = await admit({
      threshold: 2,
      detect: (event: Invocation) => event.p_row_id !== history[1]?.p_row_id,
    });
    expect(uncounted).toEqual({ outcome: "late", uncounted: [] });
    expect(counts.late).toBe(0);
  });

  test("that an exception leaves alone is of no rule", async () => {
    const exceptions = [{ id: "x", reason: "r", owner: "o", expires: "2030-01-01", when: () => true }];
    expect((await admit({ threshold: 2, exceptions })).uncounted).toEqual({ outcome: "late", uncounted: [] });
  });

  test("is a rule error where the rule throws, and a signal where it makes signals", async () => {
    const broken = {
      threshold: 5,
      detect: (event: Invocation) => {
        if (event.p_row_id === history[1]?.p_row_id) throw new Error("no");
        return false;
      },
    };
    expect(await admit(broken)).toMatchObject({ counts: { ruleErrors: 1, late: 0 }, events: [1] });
    expect((await admit({ threshold: 5, createAlert: false })).counts).toMatchObject({ signals: 3, late: 0 });
  });
});
