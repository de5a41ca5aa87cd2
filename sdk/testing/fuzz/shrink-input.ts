import { isJsonObject, type JsonValue } from "../../base/json.ts";
import type { Input } from "./examiner.ts";
import { type Place, placesIn, valueAt, withValue } from "./place.ts";

/** How many smaller inputs are tried. Records of a few KB need a few hundred. */
const MOST_TRIES = 1_000;

/**
 * The smallest input found that still shows a fault: without every field and element that is not needed, and with values
 * as ordinary or as short as they can be.
 *
 * @param full an ordinary input
 * @param isFaulty whether an input shows the fault
 * @param isOver whether to stop with what is reached
 */
export function shrinkInput(
  input: Input,
  full: Input,
  isFaulty: (input: Input) => boolean,
  isOver: () => boolean,
): Input {
  let best = input;
  let tries = 0;

  function tryOut(smaller: Input): boolean {
    if (++tries > MOST_TRIES || isOver() || !isFaulty(smaller)) return false;
    best = smaller;
    return true;
  }

  for (let before: Input | undefined; before !== best && tries < MOST_TRIES && !isOver(); ) {
    before = best;
    // A record itself cannot be left out.
    const places = placesIn(best).filter((place) => place.length > 1);
    for (const place of leaveOutLast(places)) {
      const found = valueAt(best, place);
      if (found === undefined) continue;
      if (tryOut(withValue(best, place, undefined) as Input)) continue;
      for (const value of simpler(found, valueAt(full, place)))
        if (tryOut(withValue(best, place, value) as Input)) break;
    }
  }
  return best;
}

/** Outer places first; of a list's elements the last first, so that the others keep their places. */
function leaveOutLast(places: readonly Place[]): Place[] {
  return places.toReversed().toSorted((one, other) => one.length - other.length);
}

/** Values that are simpler than one, the simplest first. */
function simpler(value: JsonValue, ordinary: JsonValue | undefined): readonly JsonValue[] {
  if (JSON.stringify(value) === JSON.stringify(ordinary)) return [];
  const own = ordinary === undefined || isHolder(ordinary) ? [] : [ordinary];
  if (typeof value === "string") {
    const half = Math.floor(value.length / 2);
    // One by one only what is short: a long text would take a try for each of its characters.
    const shorter = value.length > 40 ? [] : [value.slice(0, -1)];
    return value.length < 2 ? own : [...own, "", value.slice(0, half), value.slice(half), ...shorter];
  }
  if (typeof value === "number") return value === 0 ? own : [...own, 0, 1];
  if (Array.isArray(value) && value.length > 2) {
    const elements = value as readonly JsonValue[];
    const half = Math.floor(elements.length / 2);
    return [[], elements.slice(0, half), elements.slice(half)];
  }
  return isHolder(value) && Object.keys(value).length > 0 ? [Array.isArray(value) ? [] : {}] : own;
}

function isHolder(value: JsonValue): value is JsonValue & object {
  return Array.isArray(value) || isJsonObject(value);
}
