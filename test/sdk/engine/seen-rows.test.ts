import * as fc from "fast-check";
import { expect, test } from "vitest";
import { SeenRows } from "../../../sdk/engine/seen-rows.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";
import { call, engine, rowId, rule } from "./history.ts";

const word = fc.constantFrom("00000000", "00000001", "80000000", "ffffffff", "12345678");
/** Ids that share many words with each other. The first is 0 or large, so that none stands for another. */
const id = fc
  .tuple(fc.constantFrom("00000000", "80000000", "ffffffff"), word, word, word)
  .map((words) => words.join(""));

test("is a set below its limit", () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 400 }), (ids) => {
      const rows = new SeenRows();
      const set = new Set<string>();
      for (const one of ids) {
        expect(rows.add(one)).toBe(!set.has(one));
        set.add(one);
      }
      expect(rows.forgotten).toBe(0);
    }),
  );
});

test("knows 20,000 rows again", () => {
  const rows = new SeenRows();
  const ids = Array.from({ length: 20_000 }, (_, n) => sha256(String(n)));
  expect(ids.filter((one) => rows.add(one))).toHaveLength(20_000);
  expect(ids.filter((one) => rows.add(one))).toHaveLength(0);
});

test("knows the last rows up to its limit, and counts those that it forgot", () => {
  const rows = new SeenRows(100);
  const ids = Array.from({ length: 1_000 }, (_, n) => sha256(String(n)));
  const wrong = ids.filter((one, n) => {
    const isNew = rows.add(one);
    return !isNew || ids.slice(Math.max(0, n - 99), n + 1).some((recent) => rows.add(recent));
  });
  expect(wrong).toEqual([]);
  expect(rows.forgotten).toBe(900);
  expect(rows.add(ids[0] ?? "")).toBe(true);
});

test("a row whose first word is 0 is remembered", () => {
  const rows = new SeenRows();
  expect([rowId(0), rowId(1), rowId(0), rowId(1)].map((one) => rows.add(one))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("an engine takes a row once", async () => {
  const running = engine([rule()]);
  const outcomes = [call(0, 1), call(0, 1), call(5, 1), call(5, 2)].map(
    (event) => running.push(event).outcome,
  );
  expect(outcomes).toEqual(["accepted", "duplicate", "duplicate", "accepted"]);
  running.turn();
  expect(running.push(call(5, 2)).outcome).toBe("duplicate");
  const [alert] = running.finish();
  expect(alert?.eventCount).toBe(2);
  expect(running.counts).toMatchObject({ duplicates: 3, matches: 2 });
});

test("ids that are not 32 digits are told apart all the same", () => {
  const running = engine([rule()]);
  const outcomes = ["a", "b", "row-1", "row-2", "a", ""].map(
    (p_row_id) => running.push({ ...call(0, 0), p_row_id }).outcome,
  );
  expect(outcomes).toEqual(["accepted", "accepted", "accepted", "accepted", "duplicate", "accepted"]);
});
