import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StateDelta, StateStore, StateValue } from "../../../sdk/state/store.ts";

/** Makes a state without entries, and gives what makes stores over it. */
type NewState = () => Promise<() => StateStore>;

/** What every {@link StateStore} must do. */
export function storeContract(name: string, newState: NewState): void {
  describe(name, () => {
    test("knows nothing at first", async () => {
      const store = (await newState())();
      expect(await store.open()).toEqual(new Map());
      await store.close();
    });

    test("gives back every kind of value that state is made of", async () => {
      const store = await openNew(newState);
      const puts = new Map<string, StateValue>([
        ["plain", { none: undefined, last: Number.NEGATIVE_INFINITY, list: [{ n: 0.1 }, null, -0, NaN] }],
        ["texts", { texts: ["", "é \u0000 😀", "\ud800", "__proto__", "a\r\n".repeat(10_000)] }],
        ["map", new Map([["a", new Map([["b", new Set(["x", "y"])]])]])],
        ["numbers", { few: new Float64Array([0.1, -1]), words: new Uint32Array([0, 4_294_967_295]) }],
        ["slice", new Uint32Array([1, 2, 3, 4]).subarray(1, 3)],
        ["times", [new Date(1_786_389_159_000), 2n ** 80n]],
        ["own", JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as object],
        ["large", { text: "x".repeat(10_000_000) }],
      ]);
      await store.commit({ puts, deletes: [] });
      expect(await store.open()).toStrictEqual(puts);
      await store.close();
    });

    test("gives back one object that stands in several places, and one that holds itself", async () => {
      const store = await openNew(newState);
      const shared = { n: 1 };
      const round: { self?: object } = {};
      round.self = round;
      await store.commit(put({ a: { one: shared, other: shared }, b: { shared }, round }));
      const entries = await store.open();
      expect(entries.get("a")).toEqual({ one: { n: 1 }, other: { n: 1 } });
      expect(entries.get("b")).toEqual({ shared: { n: 1 } });
      const back = entries.get("round") as typeof round;
      expect(back.self).toBe(back);
      await store.close();
    });

    test("tells keys apart by every character", async () => {
      const store = await openNew(newState);
      const keys = [
        "",
        " ",
        "a",
        "a ",
        "A",
        "a\u0000",
        "a\u0000b",
        "é",
        "e\u0301",
        "\ud800",
        "\udc00",
        "\ufffd",
      ];
      keys.push("ÿ", "\u00ff\ud800", "group 3 r\u0000s x", "__proto__", "a".repeat(2_000), "%00", "'");
      const puts = new Map(keys.map((key, n) => [key, { n }]));
      await store.commit({ puts, deletes: [] });
      expect(await store.open()).toEqual(puts);
      await store.commit({ puts: new Map(), deletes: keys.filter((_, n) => n % 2 === 0) });
      expect([...(await store.open()).values()].toSorted(byNumber)).toEqual(
        keys.flatMap((_, n) => (n % 2 === 0 ? [] : [{ n }])),
      );
      await store.close();
    });

    test("a later commit wins, deletes forget, and deleting the unknown is fine", async () => {
      const store = await openNew(newState);
      await store.commit(put({ a: { n: 1 }, b: { n: 1 } }));
      await store.commit(put({ a: { n: 2 } }, ["b", "unknown"]));
      expect(await store.open()).toEqual(new Map([["a", { n: 2 }]]));
      await store.commit(put({ b: { n: 3 } }, ["a"]));
      await store.commit(put({}));
      expect(await store.open()).toEqual(new Map([["b", { n: 3 }]]));
      await store.close();
    });

    test("changing a value that was committed or opened changes nothing", async () => {
      const store = await openNew(newState);
      const value = { list: [1] };
      await store.commit(put({ a: value }));
      value.list.push(2);
      const opened = (await store.open()) as Map<string, { list: number[] }>;
      expect(opened.get("a")).toEqual({ list: [1] });
      opened.get("a")?.list.push(3);
      opened.delete("a");
      expect(await store.open()).toEqual(new Map([["a", { list: [1] }]]));
      await store.close();
    });

    test("what was committed is there for whoever opens the state next", async () => {
      const open = await newState();
      for (const n of [1, 2, 3]) {
        const store = open();
        expect((await store.open()).size).toBe(n - 1);
        await store.commit(put({ [`key ${n}`]: { n } }));
        await store.close();
      }
    });

    test("a commit that fails half-way changes nothing, and the next one is as good as any", async () => {
      const store = await openNew(newState);
      await store.commit(put({ a: { n: 1 } }));
      const failing = put({ a: { n: 2 }, broken: { run: () => 1 }, c: { n: 3 } }, ["a"]);
      await expect(store.commit(failing)).rejects.toThrow("could not be cloned");
      expect(await store.open()).toEqual(new Map([["a", { n: 1 }]]));
      await expect(store.commit(failing)).rejects.toThrow();
      await store.commit(put({ b: { n: 4 } }));
      expect((await store.open()).size).toBe(2);
      await store.close();
    });

    test("of two owners only one can commit", async () => {
      const open = await newState();
      const [first, second] = [open(), open()];
      await first.open();
      const isOpen = await succeeds(second.open());
      const committed = await Promise.all(
        [first, second].map((store, n) => succeeds(store.commit(put({ [n]: { n } })))),
      );
      expect(committed).toEqual([!isOpen, isOpen]);
      await Promise.all([first.close(), second.close()]);
      const third = open();
      expect([...(await third.open()).values()]).toEqual([{ n: isOpen ? 1 : 0 }]);
      await third.close();
    });

    test("nothing can be committed before the state was opened, and after it was closed", async () => {
      const store = (await newState())();
      const taken = { issues: [{ code: "STATE_TAKEN" }] };
      await expect(store.commit(put({ a: {} }))).rejects.toMatchObject(taken);
      await store.open();
      await store.close();
      await store.close();
      await expect(store.commit(put({ a: {} }))).rejects.toMatchObject(taken);
      expect(await store.open()).toEqual(new Map());
      await store.close();
    });

    test("any commits, failed commits and reopenings leave what a plain map would hold", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step(), { maxLength: 20 }), async (steps) => {
          const open = await newState();
          let store = open();
          await store.open();
          const model = new Map<string, StateValue>();
          for (const { puts, deletes, next } of steps) {
            if (next === "fails") {
              const broken = new Map<string, StateValue>([...puts, ["z", { f: Object }]]);
              expect(await succeeds(store.commit({ puts: broken, deletes }))).toBe(false);
              continue;
            }
            await store.commit({ puts, deletes });
            for (const [key, value] of puts) model.set(key, value);
            for (const key of deletes) model.delete(key);
            if (next === "reopens") {
              await store.close();
              store = open();
              expect(await store.open()).toEqual(model);
            }
          }
          expect(await store.open()).toEqual(model);
          await store.close();
        }),
        { numRuns: 30 },
      );
    });
  });
}

async function openNew(newState: NewState): Promise<StateStore> {
  const store = (await newState())();
  await store.open();
  return store;
}

function step() {
  const key = fc.oneof(fc.constantFrom("a", "b", "c"), fc.string({ unit: "binary" }));
  const value = fc.oneof(
    fc.object({ withMap: true, withSet: true, withTypedArray: true, withDate: true, withBigInt: true }),
    fc.record({ n: fc.double() }),
  );
  return fc.record({
    puts: fc
      .array(fc.tuple(key, value), { maxLength: 5 })
      .map((entries) => new Map<string, StateValue>(entries)),
    deletes: fc.array(key, { maxLength: 3 }),
    next: fc.constantFrom("goes on", "fails", "reopens"),
  });
}

function succeeds(action: Promise<unknown>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  );
}

function byNumber(one: object, other: object): number {
  return (one as { n: number }).n - (other as { n: number }).n;
}

function put(puts: Record<string, StateValue>, deletes: readonly string[] = []): StateDelta {
  return { puts: new Map(Object.entries(puts)), deletes };
}
