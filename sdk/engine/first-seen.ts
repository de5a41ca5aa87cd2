import type { CompiledFirstSeen } from "./compiled-rule.ts";
import { ruleError } from "./evaluate.ts";
import { ReturnError } from "./fault.ts";
import type { Match } from "./match.ts";
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

interface Keyed {
  readonly match: Match;
  readonly scope: string;
  readonly key: string;
}

/**
 * Keeps those matches whose key is new to their scope, and remembers every key, also of what an exception leaves
 * alone. A key or scope that cannot be told makes a rule error.
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
    return isNew(one, firstSeen, state) && !one.match.excepted ? [one.match] : [];
  });
}

/** Whether a key would be new again, so that it need not be remembered. */
export function isForgotten({ last, forget }: Sighting, now: number): boolean {
  return now - last >= forget;
}

function keyOf(match: Match, firstSeen: CompiledFirstSeen): Keyed | Match {
  const { rule, item } = match;
  try {
    const [scope, key] = (["scope", "key"] as const).map((name) => {
      const value = firstSeen[name](item.event);
      if (typeof value === "string") return value;
      throw new ReturnError(`firstSeen.${name}`, "a text", value);
    });
    return {
      match,
      scope: `scope ${JSON.stringify([rule.id, scope])}`,
      key: `seen ${JSON.stringify([rule.id, scope, key])}`,
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
  const { first } = state.change<Scope>(scope, () => ({ first: time }));
  const seen = state.change<Sighting>(key, () => ({ last: Number.NEGATIVE_INFINITY, forget }));
  const isUnknown = isForgotten(seen, time);
  seen.last = time;
  return isUnknown && time - first >= learn;
}
