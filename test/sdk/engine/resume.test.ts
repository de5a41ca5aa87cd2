import { describe, expect, test } from "vitest";
import { Outbox } from "../../../sdk/cli/outbox.ts";
import type { Alert } from "../../../sdk/engine/alert.ts";
import type { Engine } from "../../../sdk/engine/engine.ts";
import { Heartbeats } from "../../../sdk/engine/heartbeats.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";
import { call, engine, type Invocation, rule, savedState, seconds } from "./history.ts";

/** A state that engines are killed over: each saves after its turn, and says no more. */
function killed() {
  const state = savedState();
  return {
    open: () => state.open(),
    turn(running: Engine, ...events: readonly Invocation[]): readonly Alert[] {
      for (const event of events) running.push(event);
      const alerts = running.turn();
      state.save(running);
      return alerts;
    },
  };
}

const told = (alerts: readonly Alert[]): string[] =>
  alerts.map(({ ruleId, dedup, eventCount }) => `${ruleId} ${dedup}: ${eventCount}`);
/** A call that lets the watermark go on. */
const later = (at: number, row: number): Invocation => call(at, row, { accountId: "later" });

describe("events that waited come back in order", () => {
  const pair = rule({ threshold: { count: 2, within: "20s" } });
  const events = [call(100, 1), call(105, 2), call(10, 3)];

  test.each([
    ["with less lateness than before", { lateness: 3_600_000 }, { lateness: 0 }],
    ["near the limit of what may wait", { lateness: 3_600_000, heldBytes: 3_100 }, { heldBytes: 3_100 }],
  ])("%s", (_, before, after) => {
    const state = killed();
    state.turn(engine([pair], { ...before, state: state.open() }), ...events);
    const alerts = engine([pair], { ...before, ...after, state: state.open() }).finish();
    expect(alerts.map(({ eventCount, createdAt }) => [eventCount, seconds(createdAt)])).toEqual([[2, 105]]);
  });
});

describe("an open alert is told once, when a run is killed and the next", () => {
  const one = rule({ id: "One" });
  const two = rule({ id: "Two" });

  test("has another version of its rule, and is killed too", () => {
    const state = killed();
    const changed = rule({ id: "One", detect: (event: Invocation) => event.modelId !== "" });
    state.turn(engine([one], { state: state.open() }), call(1, 1), later(3, 3));
    const alerts = state.turn(engine([changed], { state: state.open() }));
    expect(told(alerts)).toEqual(["One 111122223333: 1"]);
    expect(told(engine([changed], { state: state.open() }).finish())).toEqual(["One later: 1"]);
  });

  test("runs other rules, and goes on beyond its end", () => {
    const state = killed();
    state.turn(engine([one, two], { state: state.open() }), call(1, 1), later(3, 3));
    const alerts = state.turn(engine([one], { state: state.open() }), later(10_000, 4), later(10_001, 5));
    expect(told(alerts).toSorted()).toEqual(["One 111122223333: 1", "One later: 1", "Two 111122223333: 1"]);
    expect(told(engine([one, two], { state: state.open() }).finish())).toEqual([
      "One later: 2",
      "Two later: 1",
    ]);
  });

  test("runs live", () => {
    const state = killed();
    state.turn(engine([one], { state: state.open() }), call(1, 1), later(3, 3));
    const live = engine([one], { state: state.open(), live: true });
    expect(told(live.turn())).toEqual(["One 111122223333: 1"]);
    expect(told(live.turn())).toEqual([]);
  });

  test("is closed early, because its group made room in the turn that raised it", () => {
    const state = killed();
    const events = Array.from({ length: 11 }, (_, at) => call(at, at, { accountId: `${at}` }));
    const first = engine([one], { state: state.open(), groups: 10 });
    const alerts = [...state.turn(first, ...events, later(20, 50))];
    expect(first.counts.evicted).toBeGreaterThan(0);
    alerts.push(...engine([one], { state: state.open(), groups: 10 }).finish());
    expect(told(alerts).toSorted()).toEqual(
      [...events.map(({ accountId }) => `One ${accountId}: 1`), "One later: 1"].toSorted(),
    );
  });
});

test("live, what was told at the end of a run comes again only when it has grown", () => {
  const state = savedState();
  const mail = new Map<string, object>();
  const run = (events: readonly Invocation[]): number[] => {
    const running = engine([rule()], { lateness: 60_000, live: true, state: state.open() });
    const outbox = new Outbox(mail, sha256, true);
    for (const event of events) {
      running.push(event);
      outbox.add(running.turn());
    }
    state.save(running);
    const open = running.openAlerts();
    outbox.addForNow(running.finish(), (alertId) => open.has(alertId));
    const { alerts, puts, deletes } = outbox.take();
    for (const key of deletes) mail.delete(key);
    for (const [key, value] of puts) if (key.startsWith("told ")) mail.set(key, value);
    return alerts.filter(({ dedup }) => dedup !== "later").map(({ eventCount }) => eventCount);
  };
  expect(run([call(0, 0), call(30, 1), call(60, 2)])).toEqual([3]);
  expect(run([later(75, 7), later(95, 8), later(125, 9)])).toEqual([]);
  expect(run([call(126, 10)])).toEqual([4]);
});

test("what was heard before a silence counts towards the next, whenever it is heard again", () => {
  const beats = rule({ threshold: { absence: "1h", minimum: 2, within: "24h" }, dedupPeriod: "1h" });
  const silences = [125, 135].map((back) => {
    const running = engine([beats]);
    for (const [row, minute] of [0, 10, back].entries()) running.push(call(minute * 60, row));
    running.push(later(600 * 60, 9));
    return running.finish().map(({ createdAt }) => seconds(createdAt) / 60);
  });
  expect(silences).toEqual([
    [70, 185],
    [70, 195],
  ]);
});

test("a group that is forgotten and heard of again waits once", () => {
  const heartbeats = new Heartbeats();
  for (let at = 0; at < 100; at++) {
    heartbeats.beat({ key: "a", deadline: 100 + at });
    if (at < 99) heartbeats.forget("a");
  }
  expect(heartbeats.takeMissed(199)).toEqual([]);
  expect(heartbeats.takeMissed(200)).toEqual([{ key: "a", deadline: 199 }]);
  heartbeats.beat({ key: "a", deadline: 300 });
  heartbeats.forget("a");
  expect(heartbeats.takeMissed(1_000)).toEqual([]);
});

test("rows that were saved one by one are saved together by the next run, and still known", () => {
  const state = savedState();
  const rowKeys = (): string[] => [...state.entries.keys()].filter((key) => key.startsWith("rows "));
  const first = engine([rule()], { state: state.open() });
  for (let row = 0; row < 1_100; row++) {
    first.push(call(row, row));
    first.turn();
    state.save(first);
  }
  expect(rowKeys()).toHaveLength(1_100);
  for (const kept of [1, 2]) {
    const next = engine([rule()], { state: state.open() });
    expect([call(0, 0), call(1_099, 1_099)].map((event) => next.push(event).outcome)).toEqual([
      "duplicate",
      "duplicate",
    ]);
    expect(next.push(call(2_000 + kept, 2_000 + kept)).outcome).toBe("accepted");
    next.turn();
    state.save(next);
    expect(rowKeys()).toHaveLength(kept);
  }
});
