import type { CompiledFirstSeen } from "./compiled-rule.ts";
import { groupedOf } from "./evaluate.ts";
import type { Match, Sighted } from "./match.ts";
import type { WorkingSet } from "./working-set.ts";

/** When a key was last seen in its scope. */
export interface Sighting {
  last: number;
  readonly forget: number;
}

/** When a scope was first watched. It is remembered for good: a scope that was silent for long has still been learned. */
interface Scope {
  readonly first: number;
}

/**
 * Keeps those matches whose key is new to their scope, and remembers every key, also of what an exception leaves
 * alone. Rule errors pass.
 *
 * @param matches in order of time
 */
export async function onlyFirstSeen(
  matches: readonly Match[],
  firstSeen: CompiledFirstSeen,
  state: WorkingSet,
): Promise<Match[]> {
  await state.load(matches.flatMap(({ sighted }) => (sighted ? [sighted.scope, sighted.key] : [])));
  return matches.flatMap((match) => {
    const { sighted, rule, arrival } = match;
    if (sighted === undefined) return [match];
    if (!isNew(sighted, arrival.time, firstSeen, state) || match.excepted) return [];
    const faults = [...match.faults];
    return [{ ...match, grouped: groupedOf(rule, arrival.event(), arrival, { value: 1, faults }) }];
  });
}

/**
 * Whether a key is known already, so that nothing has to wait for order: it was seen less than `forget` before, and
 * whatever else comes in between can only make that less.
 */
export function isKnown({ key }: Sighted, time: number, state: WorkingSet): boolean {
  const seen = state.peek(key) as Sighting | undefined;
  if (seen === undefined || isForgotten(seen, time)) return false;
  if (time > seen.last) state.change<Sighting>(key, () => seen).last = time;
  return true;
}

/** Whether a key would be new again, so that it need not be remembered. */
export function isForgotten({ last, forget }: Sighting, now: number): boolean {
  return now - last >= forget;
}

function isNew(
  { scope, key }: Sighted,
  time: number,
  { learn, forget }: CompiledFirstSeen,
  state: WorkingSet,
): boolean {
  const { first } = state.change<Scope>(scope, () => ({ first: time }));
  const seen = state.change<Sighting>(key, () => ({ last: Number.NEGATIVE_INFINITY, forget }));
  const isUnknown = isForgotten(seen, time);
  seen.last = Math.max(seen.last, time);
  return isUnknown && time - first >= learn;
}
