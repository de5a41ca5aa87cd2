import type { CompiledFirstSeen } from "./compiled-rule.ts";
import { ruleError } from "./evaluate.ts";
import type { Match } from "./match.ts";
import type { WorkingSet } from "./working-set.ts";

/** When a scope was first watched, or when a key was last seen. */
export interface Sighting {
  readonly first: number;
  last: number;
  readonly forget: number;
}

interface Keyed {
  readonly match: Match;
  readonly scope: string;
  readonly key: string;
}

/**
 * Keeps those matches whose key is new to their scope, and remembers every key. A key or scope that cannot be told
 * makes a rule error.
 *
 * @param matches in order of time
 */
export async function onlyFirstSeen(
  matches: readonly Match[],
  firstSeen: CompiledFirstSeen,
  state: WorkingSet,
): Promise<Match[]> {
  const keyed = matches.map((match) => (match.error === undefined ? keyOf(match, firstSeen) : match));
  await state.load(keyed.flatMap((one) => ("key" in one ? [one.scope, one.key] : [])));
  return keyed.flatMap((one) => {
    if (!("key" in one)) return [one];
    return isNew(one, firstSeen, state) ? [one.match] : [];
  });
}

function keyOf(match: Match, { scope, key }: CompiledFirstSeen): Keyed | Match {
  const { rule, item } = match;
  try {
    const [where, what] = [scope(item.event), key(item.event)];
    if (typeof where !== "string" || typeof what !== "string")
      throw new TypeError("firstSeen must return texts");
    return {
      match,
      scope: `scope ${JSON.stringify([rule.id, where])}`,
      key: `seen ${JSON.stringify([rule.id, where, what])}`,
    };
  } catch (thrown) {
    return ruleError(rule, item, thrown);
  }
}

function isNew(
  { match, scope, key }: Keyed,
  { learn, forget }: CompiledFirstSeen,
  state: WorkingSet,
): boolean {
  const { time } = match.item;
  const never = (): Sighting => ({ first: time, last: Number.NEGATIVE_INFINITY, forget });
  const watched = state.change(scope, never);
  const seen = state.change(key, never);
  const isUnknown = time - seen.last > forget;
  watched.last = time;
  seen.last = time;
  return isUnknown && time - watched.first >= learn;
}
