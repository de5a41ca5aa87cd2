import type { CompiledFirstSeen } from "./compiled-rule.ts";
import { groupedOf, stepsOf } from "./evaluate.ts";
import type { Match, Sighted } from "./match.ts";
import { Table } from "./table.ts";

/** When a key was first seen in its scope, and last, in milliseconds since 1970. */
export interface Sighting {
  readonly first: number;
  last: number;
}

/** When a scope was first watched, and last. A scope that was silent for long has still been learned. */
export interface Scope {
  readonly first: number;
  last: number;
}

/** What a rule has seen before, and where. */
export class FirstSeen {
  readonly keys: Table<Sighting>;
  readonly scopes: Table<Scope>;
  readonly #learn: number;
  readonly #forget: number;

  constructor({ learn, forget }: CompiledFirstSeen, limit: number, isSaved: boolean) {
    this.#learn = learn;
    this.#forget = forget;
    const lastTime = ({ last }: Sighting): number => last;
    // What was seen once makes room for what was seen again: a flood of new keys, or scopes, pushes itself out.
    const isKnown = ({ first, last }: Sighting): number => (last > first ? 1 : 0);
    const isLearned = ({ first, last }: Scope): number => (last - first >= learn ? 1 : 0);
    this.keys = new Table<Sighting>(
      limit,
      { worth: isKnown, lastTime, spentAt: ({ last }) => last + forget },
      isSaved,
    );
    this.scopes = new Table<Scope>(
      limit,
      { worth: isLearned, lastTime, spentAt: () => Number.POSITIVE_INFINITY },
      isSaved,
    );
  }

  /**
   * Keeps those matches whose key is new to their scope, and remembers every key, also of what an exception leaves
   * alone. Rule errors pass.
   *
   * @param matches in order of time
   */
  onlyNew(matches: readonly Match[]): Match[] {
    return matches.flatMap((match) => {
      const { sighted, rule, arrival } = match;
      if (sighted === undefined) return [match];
      if (!this.#isNew(sighted, arrival.time) || match.excepted) return [];
      const faults = [...match.faults];
      const event = arrival.event();
      const grouped = groupedOf(rule, event, arrival, { value: 1, faults });
      return [{ ...match, grouped, steps: stepsOf(rule, event, grouped) }];
    });
  }

  /**
   * Whether a key is known already, so that nothing has to wait for order: it was seen less than `forget` before, and
   * whatever else comes in between can only make that less.
   */
  isKnown({ scope, key }: Sighted, time: number): boolean {
    const seen = this.keys.get(key);
    if (seen === undefined || time - seen.last >= this.#forget) return false;
    const watched = this.scopes.get(scope);
    moveOn(this.keys, key, seen, time);
    if (watched !== undefined) moveOn(this.scopes, scope, watched, time);
    return true;
  }

  #isNew({ scope, key }: Sighted, time: number): boolean {
    const watched = this.scopes.change(scope, time, () => ({ first: time, last: time }));
    watched.last = Math.max(watched.last, time);
    const seen = this.keys.change(key, time, () => ({ first: time, last: Number.NEGATIVE_INFINITY }));
    const isUnknown = time - seen.last >= this.#forget;
    seen.last = Math.max(seen.last, time);
    return isUnknown && time - watched.first >= this.#learn;
  }
}

/** Remembers that something was seen, unless it was seen later still. */
function moveOn<V extends { last: number }>(table: Table<V>, key: string, value: V, time: number): void {
  if (time <= value.last) return;
  value.last = time;
  table.touch(key, value);
}
