import { describe, expect, test } from "vitest";
import { call, calls, engine, type Invocation, rule, run, savedState } from "./history.ts";

const LONG = "a secret of the prompt ".repeat(100_000);
const texts = (...all: readonly string[]) => calls(all.map((text, at) => [at, "a", text]));
const model = (event: Invocation): string => event.modelId;

describe("keys of megabytes are told apart by every character", () => {
  const [one, other] = [`${LONG}1${LONG}`, `${LONG}2${LONG}`];

  test.each([
    ["of unique", { threshold: { unique: model, atLeast: 2, within: "1h" } }, [one, one], []],
    ["of unique", { threshold: { unique: model, atLeast: 2, within: "1h" } }, [one, other], [2]],
    ["of first-seen", { firstSeen: { key: model, learn: "1s", forget: "1d" } }, [one, one, one], []],
    ["of first-seen", { firstSeen: { key: model, learn: "1s", forget: "1d" } }, [one, one, other], [1]],
  ])("%s", async (_, changes, keys, values) => {
    const alerts = await run(rule(changes), texts(...keys));
    expect(alerts.map(({ threshold }) => threshold.value)).toEqual(values);
  });
});

test("the state keeps the beginning of a long key and its digest, and not the rest", () => {
  const rules = [
    rule({ id: "Unique", threshold: { unique: model, atLeast: 5, within: "1h" } }),
    rule({ id: "Dedup", dedup: model, threshold: 5 }),
    rule({ id: "First", firstSeen: { key: model, scope: model, learn: "1s", forget: "1d" } }),
  ];
  const state = savedState();
  const running = engine(rules, { state: state.open() });
  for (const event of texts(LONG, `${LONG}!`)) running.push(event, { size: 0, record: {} });
  running.push(call(100, 9, { accountId: "b" }));
  running.turn();
  state.save(running);
  const kept = [...state.entries].filter(([key]) => /^(group|seen|scope)/.test(key));
  expect(kept.length).toBeGreaterThan(3);
  for (const [key, value] of kept) {
    expect(key.length).toBeLessThan(1_500);
    const { values } = value as { values?: { texts: string[] } };
    for (const text of values?.texts ?? []) expect(text.length).toBeLessThan(200);
  }
});
