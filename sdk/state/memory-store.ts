import type { StateStore, StateValue } from "./store.ts";

/** State that lasts as long as the process. */
export function memoryStore(): StateStore {
  const values = new Map<string, StateValue>();
  return {
    async load(keys) {
      const found = new Map<string, StateValue>();
      for (const key of keys) {
        const value = values.get(key);
        if (value !== undefined) found.set(key, value);
      }
      return found;
    },
    async commit({ puts, deletes }) {
      for (const [key, value] of puts) values.set(key, value);
      for (const key of deletes) values.delete(key);
    },
    async close() {
      values.clear();
    },
  };
}
