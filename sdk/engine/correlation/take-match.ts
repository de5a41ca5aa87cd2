import { packEntry } from "../entry.ts";
import type { CompiledStep } from "./compiled-correlation.ts";
import type { StepState, Taken } from "./key-state.ts";
import type { StepMatch } from "./step-match.ts";

/** Matches that a step keeps at most, where it does not need more: as many as an alert lists. */
const KEPT = 100;

/**
 * Adds a match to a step, and tells from when on the step is filled. The matches come in order, and so do their starts:
 * the latest ones have the latest starts, and no older one is ever needed.
 *
 * @param start the latest that a chain which leads to the match can have begun
 * @param dead what began then or before has left the window
 */
export function takeMatch(
  state: StepState,
  { atLeast, distinct }: Pick<CompiledStep, "atLeast" | "distinct">,
  match: StepMatch,
  { start, dead }: { readonly start: number; readonly dead: number },
): void {
  const { matches, values } = state;
  const live = matches.findIndex((taken) => taken.start > dead);
  const excess = matches.length + 1 - Math.max(atLeast, KEPT);
  matches.splice(0, live === -1 ? matches.length : Math.max(live, excess));
  matches.push(takenOf(match, start));
  if (match.distinct !== undefined) {
    values.delete(match.distinct);
    values.set(match.distinct, start);
    const [oldest = ""] = values.keys();
    if (values.size > distinct) values.delete(oldest);
  }
  state.last = match;
  const byCount = matches.at(-atLeast)?.start;
  if (byCount === undefined || values.size < distinct) return;
  const [byValue = start] = values.values();
  state.filled = Math.min(byCount, byValue);
}

function takenOf({ time, distinct, entry }: StepMatch, start: number): Taken {
  // What a rule says of its own matches is no part of the correlation.
  const packed = packEntry({ ...entry, summary: [], faults: [] });
  return { time, start, entry: packed, ...(distinct !== undefined && { distinct }) };
}
