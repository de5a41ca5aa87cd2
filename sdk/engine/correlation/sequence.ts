import type { CompiledCorrelation } from "./compiled-correlation.ts";
import type { Occurrence } from "./in-order.ts";
import { type KeyState, startAfresh } from "./key-state.ts";
import type { StepMatch } from "./step-match.ts";
import { takeMatch } from "./take-match.ts";

/**
 * Takes an event into a sequence, and gives the match that completed it. An absent last step completes nothing: when all
 * before it is filled, the key waits for the deadline, and takes nothing else meanwhile.
 */
export function takeInSequence(
  correlation: CompiledCorrelation,
  state: KeyState,
  { matches, time }: Occurrence,
): StepMatch | undefined {
  const { steps } = correlation;
  let completing: StepMatch | undefined;
  for (const match of matches) {
    const at = match.step;
    if (steps[at]?.isAbsent === true) {
      happen(state, at, time);
      continue;
    }
    // What completed it counts for nothing else.
    if (completing !== undefined || state.awaited !== undefined) continue;
    if (!fills(correlation, state, match)) continue;
    const next = steps[at + 1];
    if (next === undefined) completing = match;
    else if (next.isAbsent && at + 2 === steps.length)
      state.awaited = { since: time, deadline: time + next.within };
  }
  return completing;
}

/** What must not happen has happened. */
function happen(state: KeyState, at: number, time: number): void {
  const before = state.steps[at - 1];
  const own = state.steps[at];
  if (before === undefined) {
    if (own !== undefined) own.happened = time;
  } else if (at === state.steps.length - 1) {
    if (state.awaited !== undefined) startAfresh(state);
  } else before.filled = undefined;
}

/** Takes a match where the steps before it are filled; whether its own step is filled now. */
function fills({ steps, within }: CompiledCorrelation, state: KeyState, match: StepMatch): boolean {
  const { step: at, time } = match;
  const [compiled, own] = [steps[at], state.steps[at]];
  const dead = time - within;
  // After an absence the step may go on where it had begun: only its first match must come right after the others.
  const start = startOf(steps, state, match) ?? own?.matches.at(-1)?.start;
  if (compiled === undefined || own === undefined || start === undefined || start <= dead) return false;
  takeMatch(own, compiled, match, { start, dead });
  return own.filled !== undefined && own.filled > dead;
}

/** The latest that a chain which fills all steps before a match can have begun. */
function startOf(
  steps: CompiledCorrelation["steps"],
  state: KeyState,
  { step: at, time }: StepMatch,
): number | undefined {
  const before = steps[at - 1];
  if (before === undefined) return time;
  if (!before.isAbsent) return state.steps[at - 1]?.filled;
  if (at > 1) return state.steps[at - 2]?.filled;
  const happened = state.steps[0]?.happened ?? Number.NEGATIVE_INFINITY;
  return happened <= time - before.within ? time : undefined;
}
