/** Plain data that structured cloning can carry, also Map, Set and typed arrays: what is remembered under one key. */
export type StateValue = object;

/** What changed since the last commit. */
export interface StateDelta {
  readonly puts: ReadonlyMap<string, StateValue>;
  readonly deletes: readonly string[];
}

/**
 * A mirror of what its owner remembers, which outlives him. The owner holds all of it in memory, where it has bounds,
 * and goes on changing the values that he opened and committed; so a store keeps copies.
 */
export interface StateStore {
  /** Takes the state over and gives all that the last commit left. Whoever had it before cannot commit any more. */
  open(): Promise<ReadonlyMap<string, StateValue>>;
  /**
   * Happens as a whole or not at all.
   *
   * @throws CaracalError `STATE_TAKEN` when somebody else has opened the state since, or it is not open
   */
  commit(delta: StateDelta): Promise<void>;
  close(): Promise<void>;
}
