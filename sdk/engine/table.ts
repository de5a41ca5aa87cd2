/** How a table tells which of its values to let go. */
export interface Keeping<V> {
  /** When a value can be forgotten, in milliseconds since 1970; a change may move it on. */
  readonly spentAt: (value: V) => number;
  /** How dear a value is; when there is no more room, the cheapest go. */
  readonly worth: (value: V) => number;
  /** When a value was last changed, in milliseconds since 1970; of two as dear, the one longer ago goes. */
  readonly lastTime: (value: V) => number;
  /** Told of a value that had to go. */
  readonly onEvict?: (key: string, value: V) => void;
}

/** How full a table is once room was made, of its limit. */
const AFTER_EVICTION = 0.9;

/** What is spent is looked for whenever a table has grown by a quarter, from this size on. */
const FIRST_SWEEP = 1_024;
const GROWTH = 1.25;

/**
 * What one rule remembers, by key: at most so many values. It forgets what is spent, and what it must let go to make
 * room it counts. What it lets go depends on the changes and their times alone, and not on when it was saved.
 */
export class Table<V extends object> {
  readonly #values = new Map<string, V>();
  readonly #limit: number;
  readonly #keeping: Keeping<V>;
  /** Keys that were changed or have gone since the state was saved; `undefined` where it never is. */
  readonly #changed: Set<string> | undefined;
  #sweepAt = FIRST_SWEEP;
  /** Values that were let go to make room. */
  evicted = 0;

  constructor(limit: number, keeping: Keeping<V>, isSaved: boolean) {
    this.#limit = limit;
    this.#keeping = keeping;
    this.#changed = isSaved ? new Set() : undefined;
  }

  /** Puts back what was saved. */
  restore(key: string, value: V): void {
    this.#values.set(key, value);
  }

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  /** The value of a key to be changed by the caller; made where there is none, or one that is spent by now. */
  change(key: string, now: number, make: () => V): V {
    this.#changed?.add(key);
    const present = this.#values.get(key);
    if (present !== undefined && this.#keeping.spentAt(present) > now) return present;
    if (present === undefined && this.#values.size >= Math.min(this.#sweepAt, this.#limit))
      this.#makeRoom(now);
    const made = make();
    this.#values.set(key, made);
    return made;
  }

  /** Has a value saved that was changed otherwise, if it is still the one that is here. */
  touch(key: string, value: V): void {
    if (this.#changed !== undefined && this.#values.get(key) === value) this.#changed.add(key);
  }

  /** Hands over what has changed since the last call: `undefined` for what has gone. */
  takeChanges(): Iterable<readonly [string, V | undefined]> {
    const changes = [...(this.#changed ?? [])].map((key) => [key, this.#values.get(key)] as const);
    this.#changed?.clear();
    return changes;
  }

  entries(): Iterable<[string, V]> {
    return this.#values;
  }

  #makeRoom(now: number): void {
    for (const [key, value] of this.#values) if (this.#keeping.spentAt(value) <= now) this.#delete(key);
    if (this.#values.size >= this.#limit) this.#evict();
    this.#sweepAt = Math.max(FIRST_SWEEP, this.#values.size * GROWTH);
  }

  #evict(): void {
    const { worth, lastTime, onEvict } = this.#keeping;
    const ranked = Array.from(this.#values, ([key, value]) => ({
      key,
      value,
      worth: worth(value),
      time: lastTime(value),
    }));
    ranked.sort(
      (one, other) => one.worth - other.worth || one.time - other.time || (one.key < other.key ? -1 : 1),
    );
    const excess = this.#values.size - Math.floor(this.#limit * AFTER_EVICTION);
    for (const { key, value } of ranked.slice(0, excess)) {
      this.#delete(key);
      this.evicted++;
      onEvict?.(key, value);
    }
  }

  #delete(key: string): void {
    this.#values.delete(key);
    this.#changed?.add(key);
  }
}
