/** Plain data that can be cloned: what the engine remembers under one key. Only the engine knows its shape. */
export type StateValue = object;

/** What changed since the last commit. */
export interface StateDelta {
  readonly puts: ReadonlyMap<string, StateValue>;
  readonly deletes: readonly string[];
}

/**
 * Where the engine's memory lives between batches. The engine loads what a batch needs, works on it, and commits
 * what changed; a commit happens as a whole or not at all. The engine goes on changing the values that it loaded and
 * committed, so a store that must not show this before the next commit keeps copies.
 */
export interface StateStore {
  /** The values of those keys that have one. */
  load(keys: readonly string[]): Promise<ReadonlyMap<string, StateValue>>;
  commit(delta: StateDelta): Promise<void>;
  close(): Promise<void>;
}
