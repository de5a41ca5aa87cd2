import type { FirstSeen } from "../../engine/first-seen.ts";
import type { CompiledRule } from "../../engine/compiled-rule.ts";
import { partsOfPair } from "../../engine/key-text.ts";
import type { Sighted } from "../../engine/match.ts";
import { showKey } from "./explain-group.ts";
import type { Foldable } from "./fold.ts";
import type { Numbered } from "./follow.ts";
import { showLength, showTime } from "./show-value.ts";

/** Why a key is new at an event, or is not; asked before the event is counted. */
export function explainSighting(
  { firstSeen: rule }: CompiledRule,
  firstSeen: FirstSeen | undefined,
  { scope, key }: Sighted,
  { event, number }: Numbered,
): Foldable {
  const time = event.p_event_time.getTime();
  const { learn = 0, forget = 0 } = rule ?? {};
  const watched = firstSeen?.scopes.get(scope)?.first ?? time;
  const seen = firstSeen?.keys.get(key);
  // Without its scope, unless it was too long to be kept whole.
  const own = partsOfPair(key)?.[1] ?? key;
  const lines = (like: string, told: string): Foldable => {
    const where = scope === "" ? "" : ` in scope ${showKey(scope)}`;
    return {
      // The key has its scope in it.
      like: `first-seen ${like} ${key}`,
      lines: [`event ${number} (${showTime(time)}): key ${showKey(own)}${where} ${told}`],
    };
  };
  if (seen !== undefined && time - seen.last < forget)
    return lines(
      "known",
      `is known: first seen ${showTime(seen.first)}, last ${showTime(seen.last)}, forgotten after ${showLength(forget)}`,
    );
  if (time - watched < learn)
    return lines(
      "learning",
      `is new, but until ${showTime(watched + learn)} it is only learned: it was watched for ${showLength(time - watched)} of ${showLength(learn)}`,
    );
  return lines("new", "is new");
}
