import type { CompiledCorrelation, CompiledStep } from "../../engine/correlation/compiled-correlation.ts";
import type { KeyState, StepState } from "../../engine/correlation/key-state.ts";
import { showKey } from "./explain-group.ts";
import { counted, indented } from "./fold.ts";
import type { Cancelled } from "./follow-correlation.ts";
import { showLength, showSpan, showTime } from "./show-value.ts";

/** A key of a correlation, as far as it came. */
export interface KeyTrail {
  readonly key: string;
  readonly state: KeyState;
  /** When matches for the key came to a step. */
  readonly came: (step: number) => readonly number[];
  readonly cancelled: Cancelled | undefined;
  /** How far the log has come, in milliseconds since 1970. */
  readonly now: number;
}

/** What each step of a correlation has of a key, and what it lacks. */
export function keyLines(correlation: CompiledCorrelation, trail: KeyTrail): string[] {
  const cancelled = cancelledText(correlation, trail);
  const lines = correlation.steps.flatMap((step, at) => {
    const own = trail.state.steps[at];
    if (own === undefined || (cancelled !== undefined && at === trail.cancelled?.step)) return [];
    return step.isAbsent ? absentLine(step, own, trail, at) : stepLine(correlation, own, trail, at);
  });
  return [`key ${showKey(trail.key)}:`, ...indented([...(cancelled ?? []), ...lines])];
}

/** Told first while nothing has made up for it. */
function cancelledText({ steps }: CompiledCorrelation, { state, cancelled }: KeyTrail): [string] | undefined {
  const { step = 0, time = 0 } = cancelled ?? {};
  const [before, absent] = [steps[step - 1], steps[step]];
  const isOver = state.awaited !== undefined || state.steps[step - 1]?.filled !== undefined;
  if (cancelled === undefined || before === undefined || absent === undefined || isOver) return undefined;
  return [
    `✗ without ${absent.name}: one came at ${showTime(time)}, after ${before.name} was filled, which must be filled again`,
  ];
}

function stepLine(correlation: CompiledCorrelation, own: StepState, trail: KeyTrail, at: number): string {
  const { within, steps, order } = correlation;
  const { name = "", ruleId = "", atLeast = 1, distinct = 0 } = steps[at] ?? {};
  const { state, now } = trail;
  const dead = now - within;
  const held = own.matches.filter(({ start }) => start > dead).map(({ time }) => time);
  const came = trail.came(at);
  const gone = came.filter((time) => time <= dead && time > takenBack(correlation, trail, at));
  const values = distinct > 0 ? `, ${own.values.size} of ${distinct} different values` : "";
  const has = `${name}: ${held.length} of ${atLeast}${values}${spanOf(held)}`;
  if (own.filled !== undefined && own.filled > dead) return `✓ ${has}`;
  const left =
    gone.length === 0
      ? ""
      : `; ${counted(gone.length, "match")}${spanOf(gone)} left the window of ${showLength(within)}`;
  const before = steps[at - 1];
  const isNext = order === "any" || before === undefined || before.isAbsent;
  if (isNext || state.steps[at - 1]?.filled !== undefined) return `✗ ${has}; waits for ${ruleId}${left}`;
  const early = came.length > 0 ? ", and what came before that does not" : "";
  return `✗ ${has}; counts only after ${before.name} is filled${early}`;
}

/** Up to when what came for a step was taken back. */
function takenBack({ steps }: CompiledCorrelation, { cancelled }: KeyTrail, at: number): number {
  const isOf = cancelled?.step === at + 1 || cancelled?.step === steps.length - 1;
  return cancelled !== undefined && isOf ? cancelled.time : Number.NEGATIVE_INFINITY;
}

function spanOf(times: readonly number[]): string {
  return times.length === 0 ? "" : ` (${showSpan(times[0] ?? 0, times.at(-1) ?? 0)})`;
}

function absentLine({ name, within }: CompiledStep, own: StepState, trail: KeyTrail, at: number): string {
  const { state, now } = trail;
  const came = own.happened ?? trail.came(at).at(-1);
  if (state.awaited !== undefined && at === state.steps.length - 1)
    return `… without ${name}: none may come up to ${showTime(state.awaited.deadline)}; the log ended at ${showTime(now)}, and must go on beyond that`;
  if (came === undefined) return `✓ without ${name}: none came`;
  const until = own.happened === undefined ? "" : `, which counts up to ${showTime(came + within)}`;
  return `✗ without ${name}: one came at ${showTime(came)}${until}`;
}
