import { expect, test } from "vitest";
import { createRandom } from "../../../sdk/simulate/random.ts";

test("gives the same values for the same seed, for ever", () => {
  const random = createRandom(1);
  const values = [random.int(0, 999_999), random.hex(8), random.uuid(), random.pick(["a", "b", "c"])];
  expect(values).toMatchInlineSnapshot(`
    [
      468490,
      "2c47996f",
      "2368c865-471a-4166-aace-aac878981509",
      "c",
    ]
  `);
});

test("draws every integer of a range about equally often, and none outside", () => {
  const random = createRandom(7);
  const counts = new Map<number, number>();
  for (let draw = 0; draw < 6_000; draw += 1) {
    const value = random.int(1, 6);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  expect(new Set(counts.keys())).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

test("writes version 4 UUIDs", () => {
  const random = createRandom(3);
  const uuids = Array.from({ length: 1_000 }, () => random.uuid());
  expect(new Set(uuids).size).toBe(1_000);
  for (const uuid of uuids)
    expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test("refuses to pick from nothing", () => {
  expect(() => createRandom(1).pick([])).toThrow("empty list");
});
