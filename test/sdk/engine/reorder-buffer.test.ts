import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ReorderBuffer } from "../../../sdk/engine/reorder-buffer.ts";
import { call, engine, rowId, rule, START } from "./history.ts";

interface Timed {
  readonly time: number;
  readonly rowId: string;
  readonly size: number;
  readonly lateAt: number | undefined;
}

function timed(seconds: number, row: number, size = 1): Timed {
  return { rowId: rowId(row), time: START + seconds * 1_000, size, lateAt: undefined };
}

/** Whether it came in time. */
function push(buffer: ReorderBuffer<Timed>, item: Timed): boolean {
  const lateAt = buffer.lateAt(item.time);
  buffer.push({ ...item, lateAt });
  return lateAt === undefined;
}

const rows = (items: readonly Timed[]): number[] => items.map((item) => Number(item.rowId));
const UNLIMITED = Number.POSITIVE_INFINITY;

const arrivals = fc
  .array(fc.nat(40), { maxLength: 60 })
  .map((times) => times.map((time, row) => timed(time, row, 1 + (row % 5))));

describe("within the lateness", () => {
  test("events come out by time, ties by row", () => {
    const buffer = new ReorderBuffer<Timed>(10_000, UNLIMITED);
    for (const item of [timed(5, 1), timed(3, 9), timed(5, 0), timed(14, 2)]) push(buffer, item);
    expect(rows(buffer.take())).toEqual([9]);
    expect(rows(buffer.take())).toEqual([]);
    expect(rows(buffer.drain())).toEqual([0, 1, 2]);
  });

  test("an event exactly as late as allowed is in time, and one that is later is not", () => {
    const buffer = new ReorderBuffer<Timed>(10_000, UNLIMITED);
    push(buffer, timed(20, 0));
    expect(push(buffer, timed(10, 1))).toBe(true);
    expect(push(buffer, timed(9.999, 2))).toBe(false);
  });

  test("any arrivals come out sorted, all of them, once", () => {
    fc.assert(
      fc.property(arrivals, (items) => {
        const buffer = new ReorderBuffer<Timed>(40_000, UNLIMITED);
        const out = items.flatMap((item) => {
          expect(push(buffer, item)).toBe(true);
          return buffer.take();
        });
        const sorted = items.toSorted((a, b) => a.time - b.time || (a.rowId < b.rowId ? -1 : 1));
        expect([...out, ...buffer.drain()]).toEqual(sorted);
        expect(buffer.early).toBe(0);
      }),
    );
  });
});

test("never goes back in time, whatever the lateness and the limit, and tells of each that is late", () => {
  fc.assert(
    fc.property(arrivals, fc.nat(20), fc.nat(30), (items, lateness, limit) => {
      const buffer = new ReorderBuffer<Timed>(lateness * 1_000, limit);
      const late = items.filter((item) => !push(buffer, item));
      const out = buffer.drain();
      const ordered = out.filter(({ lateAt }) => lateAt === undefined);
      for (const [n, { time }] of ordered.entries())
        expect(time).toBeGreaterThanOrEqual(ordered[n - 1]?.time ?? 0);
      expect(out).toHaveLength(items.length);
      expect(out.filter(({ lateAt }) => lateAt !== undefined).map((item) => item.rowId)).toEqual(
        late.map((item) => item.rowId),
      );
      const reached = out.map(({ lateAt, time }) => lateAt ?? time);
      for (const [n, time] of reached.entries()) expect(time).toBeGreaterThanOrEqual(reached[n - 1] ?? 0);
    }),
  );
});

test("holds bytes up to its limit; then the earliest go on early, and what comes before them is late", () => {
  const buffer = new ReorderBuffer<Timed>(60_000, 10);
  for (const item of [timed(3, 3, 4), timed(1, 1, 4), timed(2, 2, 2)]) expect(push(buffer, item)).toBe(true);
  expect(buffer.early).toBe(0);
  expect(buffer.take()).toEqual([]);
  push(buffer, timed(4, 4, 1));
  expect(rows(buffer.take())).toEqual([1]);
  expect(buffer.early).toBe(1);
  expect(push(buffer, timed(0.5, 5, 1))).toBe(false);
  expect(push(buffer, timed(1.5, 6, 1))).toBe(true);
  expect(rows(buffer.drain())).toEqual([5, 6, 2, 3, 4]);
});

test("an engine counts what it released early", () => {
  // Each match counts as 1 KiB beside its record.
  const running = engine([rule()], { lateness: 60_000, heldBytes: 2 * (40 + 1_024) });
  for (let row = 0; row < 5; row++) running.push(call(row, row), { size: 40, record: call(row, row) });
  running.turn();
  expect(running.counts.releasedEarly).toBe(3);
});
