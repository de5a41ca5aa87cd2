import { stateTaken } from "./state-taken.ts";
import type { StateStore, StateValue } from "./store.ts";

/** What memory stores keep, and whose it is. */
export interface MemoryState {
  readonly values: Map<string, StateValue>;
  owner?: StateStore | undefined;
}

/** A state without entries. */
export function memoryState(): MemoryState {
  return { values: new Map() };
}

/**
 * State that lasts as long as the process. Stores over the same `state` take it over from each other.
 *
 * @param state default: one of its own
 * @example
 * const state = memoryState();
 * const [first, second] = [memoryStore(state), memoryStore(state)];
 * await first.open();
 * await second.open(); // from now on, first.commit(…) throws STATE_TAKEN
 */
export function memoryStore(state: MemoryState = memoryState()): StateStore {
  const store: StateStore = {
    async open() {
      state.owner = store;
      return structuredClone(state.values);
    },
    async commit({ puts, deletes }) {
      if (state.owner !== store) throw stateTaken();
      const copies = [...puts].map(([key, value]) => [key, structuredClone(value)] as const);
      for (const [key, value] of copies) state.values.set(key, value);
      for (const key of deletes) state.values.delete(key);
    },
    async close() {
      if (state.owner === store) state.owner = undefined;
    },
  };
  return store;
}
