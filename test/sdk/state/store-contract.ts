import { describe, expect, test } from "vitest";
import type { StateDelta, StateStore, StateValue } from "../../../sdk/state/store.ts";

/** What every {@link StateStore} must do. */
export function storeContract(name: string, open: () => StateStore | Promise<StateStore>): void {
  describe(name, () => {
    test("knows nothing at first", async () => {
      const store = await open();
      expect(await store.load(["a", "b"])).toEqual(new Map());
      expect(await store.load([])).toEqual(new Map());
      await store.close();
    });

    test("loads what was put, and only that", async () => {
      const store = await open();
      await store.commit(put({ a: { n: 1 }, b: { n: 2 }, c: { n: 3 } }));
      expect(await store.load(["a", "c", "d"])).toEqual(
        new Map([
          ["a", { n: 1 }],
          ["c", { n: 3 }],
        ]),
      );
      await store.close();
    });

    test("gives back every kind of value that state is made of", async () => {
      const store = await open();
      const value = {
        none: undefined,
        last: Number.NEGATIVE_INFINITY,
        list: [{ n: 0.1 }, null, "é \u0000 😀"],
        counts: new Map([["a", new Map([["b", 1]])]]),
        kinds: new Set(["x", "y"]),
      };
      await store.commit(put({ a: value }));
      expect((await store.load(["a"])).get("a")).toEqual({ ...value });
      await store.close();
    });

    test("tells keys apart by every character", async () => {
      const store = await open();
      const keys = [
        "",
        " ",
        "a",
        "A",
        "é",
        "e\u0301",
        'group ["r","\\u0000"]',
        "__proto__",
        "a".repeat(2_000),
      ];
      await store.commit({ puts: new Map(keys.map((key, n) => [key, { n }])), deletes: [] });
      expect(await store.load(keys)).toEqual(new Map(keys.map((key, n) => [key, { n }])));
      await store.close();
    });

    test("a later commit wins, deletes forget, and deleting the unknown is fine", async () => {
      const store = await open();
      await store.commit(put({ a: { n: 1 }, b: { n: 1 } }));
      await store.commit(put({ a: { n: 2 } }, ["b", "unknown"]));
      expect(await store.load(["a", "b"])).toEqual(new Map([["a", { n: 2 }]]));
      await store.commit(put({ b: { n: 3 } }, ["a"]));
      expect(await store.load(["a", "b"])).toEqual(new Map([["b", { n: 3 }]]));
      await store.close();
    });

    test("an empty commit changes nothing", async () => {
      const store = await open();
      await store.commit(put({ a: { n: 1 } }));
      await store.commit(put({}));
      expect(await store.load(["a"])).toEqual(new Map([["a", { n: 1 }]]));
      await store.close();
    });
  });
}

function put(puts: Record<string, StateValue>, deletes: readonly string[] = []): StateDelta {
  return { puts: new Map(Object.entries(puts)), deletes };
}
