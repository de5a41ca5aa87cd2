import type { StateStore, StateValue } from "../state/store.ts";

/**
 * What the engine works on between two commits: values of the store that were loaded, changed or made, each under
 * its key. Spent values are forgotten as the set grows.
 */
export class WorkingSet {
  readonly #store: StateStore;
  readonly #values = new Map<string, StateValue>();
  readonly #changed = new Set<string>();
  #sweepAt = 1_024;

  constructor(store: StateStore) {
    this.#store = store;
  }

  /** Makes sure that what the store has under these keys is here. */
  async load(keys: Iterable<string>): Promise<void> {
    const absent = new Set<string>();
    for (const key of keys) if (!this.#values.has(key)) absent.add(key);
    if (absent.size === 0) return;
    for (const [key, value] of await this.#store.load([...absent])) this.#values.set(key, value);
  }

  /** The value under a key, if it is here. */
  peek(key: string): StateValue | undefined {
    return this.#values.get(key);
  }

  /** The value under a loaded key, to be changed by the caller; made when there is none. */
  change<T extends StateValue>(key: string, make: () => T): T {
    this.#changed.add(key);
    const present = this.#values.get(key);
    if (present !== undefined) return present as T;
    const made = make();
    this.#values.set(key, made);
    return made;
  }

  /** Hands what changed to the store, leaving out what is spent. */
  async commit(isSpent: (key: string, value: StateValue) => boolean): Promise<void> {
    const deletes: string[] = [];
    if (this.#values.size >= this.#sweepAt) {
      for (const [key, value] of this.#values) if (isSpent(key, value)) deletes.push(key);
      for (const key of deletes) {
        this.#values.delete(key);
        this.#changed.delete(key);
      }
      this.#sweepAt = Math.max(1_024, this.#values.size * 2);
    }
    const puts = new Map<string, StateValue>();
    for (const key of this.#changed) puts.set(key, this.#values.get(key) as StateValue);
    this.#changed.clear();
    if (puts.size > 0 || deletes.length > 0) await this.#store.commit({ puts, deletes });
  }
}
