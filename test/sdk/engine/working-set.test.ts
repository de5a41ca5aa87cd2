import { describe, expect, test } from "vitest";
import { memoryStore } from "../../../sdk/state/memory-store.ts";
import type { StateStore } from "../../../sdk/state/store.ts";
import { call, engine, type Invocation, rule } from "./history.ts";

/** A memory store, and how many values it holds, at most and now. */
function counted(): { store: StateStore; held: { now: number; most: number } } {
  const inner = memoryStore();
  const keys = new Set<string>();
  const held = { now: 0, most: 0 };
  const store: StateStore = {
    ...inner,
    async commit(delta) {
      for (const key of delta.puts.keys()) keys.add(key);
      for (const key of delta.deletes) keys.delete(key);
      held.now = keys.size;
      held.most = Math.max(held.most, held.now);
      await inner.commit(delta);
    },
  };
  return { store, held };
}

/** What the store holds after 50,000 groups, one every 10 s, in batches of 500. */
async function after50000(changes: object): Promise<{ now: number; most: number; alerts: number }> {
  const { store, held } = counted();
  const running = engine([rule(changes)], { store });
  let alerts = 0;
  for (let n = 0; n < 50_000; n++) {
    running.push(call(n * 10, n, { accountId: `account-${n}`, modelId: `model-${n}` }));
    if (n % 500 === 499) alerts += (await running.turn()).length;
  }
  alerts += (await running.finish()).length;
  return { ...held, alerts };
}

describe("what is spent is forgotten", () => {
  // An hour holds 360 of the groups, and what is spent may stay until there are twice as many, or 1,024.
  test("windows", async () => {
    const { most, alerts } = await after50000({ threshold: 2 });
    expect(alerts).toBe(0);
    expect(most).toBeLessThan(2_500);
  });

  test("alerts", async () => {
    const { most, alerts } = await after50000({});
    expect(alerts).toBe(50_000);
    expect(most).toBeLessThan(2_500);
  });

  test("sightings, but no scope", async () => {
    const firstSeen = { key: (event: Invocation) => event.modelId, learn: "1h", forget: "1h" };
    const { most, alerts } = await after50000({ firstSeen });
    expect(alerts).toBe(50_000 - 360);
    expect(most).toBeLessThan(5_000);
  });

  test("and what is not, is not", async () => {
    const { now } = await after50000({ threshold: { count: 2, within: "30d" } });
    expect(now).toBe(50_000);
  });
});

test("a store that gives copies gives the same alerts", async () => {
  const inner = memoryStore();
  const store: StateStore = {
    ...inner,
    load: async (keys) => structuredClone(await inner.load(keys)),
    commit: async ({ puts, deletes }) => await inner.commit({ puts: structuredClone(puts), deletes }),
  };
  const rules = [
    rule({ id: "Sum", threshold: { sum: () => 0.1, atLeast: 0.5 }, summaryAttributes: ["modelId"] }),
    rule({ id: "Unique", threshold: { unique: (event: Invocation) => event.p_row_id, atLeast: 3 } }),
    rule({ id: "New", firstSeen: { key: (event: Invocation) => event.p_row_id, learn: "2s", forget: "1h" } }),
  ];
  const alertsOver = async (over: StateStore) => {
    const latest = new Map<string, unknown>();
    for (let n = 0; n < 10; n++) {
      const running = engine(rules, { store: over });
      running.push(call(n, n));
      for (const alert of await running.finish()) latest.set(alert.alertId, alert);
    }
    return [...latest.values()];
  };
  const alerts = await alertsOver(store);
  expect(alerts).toHaveLength(3);
  expect(alerts).toEqual(await alertsOver(memoryStore()));
});
