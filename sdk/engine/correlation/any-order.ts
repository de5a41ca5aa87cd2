import type { CompiledCorrelation } from "./compiled-correlation.ts";
import type { Occurrence } from "./in-order.ts";
import type { KeyState } from "./key-state.ts";
import type { StepMatch } from "./step-match.ts";
import { takeMatch } from "./take-match.ts";

/** Takes an event into a set, and gives the match that completed it. The event may fill several of its steps. */
export function takeInAnyOrder(
  { steps, within }: CompiledCorrelation,
  state: KeyState,
  { matches, time }: Occurrence,
): StepMatch | undefined {
  const dead = time - within;
  let last: StepMatch | undefined;
  for (const match of matches) {
    const [compiled, own] = [steps[match.step], state.steps[match.step]];
    if (compiled === undefined || own === undefined) continue;
    if (compiled.isAbsent) own.happened = time;
    else takeMatch(own, compiled, (last = match), { start: time, dead });
  }
  const isComplete = steps.every(({ isAbsent, within: silence }, at) => {
    const { happened = Number.NEGATIVE_INFINITY, filled = dead } = state.steps[at] ?? {};
    return isAbsent ? happened <= time - silence : filled > dead;
  });
  return isComplete ? last : undefined;
}
