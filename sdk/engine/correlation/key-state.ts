import type { PackedEntry } from "../entry.ts";
import type { OpenAlert } from "../open-alert.ts";
import type { CompiledCorrelation, CompiledStep } from "./compiled-correlation.ts";
import type { StepMatch } from "./step-match.ts";

/** A match that a step has taken. */
export interface Taken {
  readonly time: number;
  /** The latest that a chain which leads to this match can have begun; in a set, the match's own time. */
  readonly start: number;
  readonly distinct?: string;
  /** What an alert tells of it, packed. */
  readonly entry: PackedEntry;
}

/** What a key has of one step: plain data, as the state store keeps it. */
export interface StepState {
  /** The latest matches, in order of time, and so of their starts. */
  matches: Taken[];
  /** The latest values, the one seen last at the end, each with the start of its last match. */
  readonly values: Map<string, number>;
  /** The latest start of a chain that fills this step, as the next step sees it. */
  filled: number | undefined;
  /** The last match, with what it says to the alert and to correlations above. */
  last: StepMatch | undefined;
  /** For an absent step: when it last happened. */
  happened: number | undefined;
}

/** What a correlation remembers of one key. */
export interface KeyState {
  readonly steps: readonly StepState[];
  /** All steps before an absent last one were filled at `since`; when `deadline` passes, the correlation completes. */
  awaited: { readonly since: number; readonly deadline: number } | undefined;
  alert: OpenAlert | undefined;
}

/** The state of a key that has none. */
export function newKeyState({ steps }: CompiledCorrelation): KeyState {
  return { steps: steps.map(emptyStep), awaited: undefined, alert: undefined };
}

function emptyStep(): StepState {
  return { matches: [], values: new Map(), filled: undefined, last: undefined, happened: undefined };
}

/** Lets a key start from nothing: a match counts towards one alert only. What must not happen is remembered. */
export function startAfresh(state: KeyState): void {
  state.awaited = undefined;
  for (const step of state.steps) {
    step.matches = [];
    step.values.clear();
    step.filled = undefined;
    step.last = undefined;
  }
}

/** When a key can be forgotten, in milliseconds since 1970. */
export function spentAt(
  { steps, awaited, alert }: KeyState,
  { within, ...compiled }: CompiledCorrelation,
): number {
  if (awaited !== undefined) return Number.POSITIVE_INFINITY;
  const never = Number.NEGATIVE_INFINITY;
  const times = steps.map(({ matches, happened }, at) => {
    const absence = compiled.steps[at]?.within ?? within;
    return Math.max((matches.at(-1)?.start ?? never) + within, (happened ?? never) + absence);
  });
  return Math.max(alert?.closesAt ?? never, ...times);
}

/**
 * How near a key is to completion: its filled steps, and what of the next one it has; all of them while it waits or its
 * alert is open.
 */
export function progress({ steps, awaited, alert }: KeyState, compiled: CompiledCorrelation): number {
  if (awaited !== undefined || alert !== undefined) return steps.length;
  const shares = steps.map((step, at) => shareOf(step, compiled.steps[at]));
  const next = Math.max(0, ...shares.filter((share) => share < 1));
  return shares.filter((share) => share === 1).length + next;
}

/** How much of a step is filled. */
function shareOf({ matches, values, filled }: StepState, step: CompiledStep | undefined): number {
  if (filled !== undefined) return 1;
  const { atLeast = 1, distinct = 0 } = step ?? {};
  const byCount = Math.min(1, matches.length / Math.max(1, atLeast));
  const share = distinct === 0 ? byCount : Math.min(byCount, values.size / distinct);
  return Math.min(share, 0.99);
}

/** When something last happened to a key. */
export function lastTime({ steps, alert }: KeyState): number {
  const times = steps.map(({ last, happened }) => Math.max(last?.time ?? 0, happened ?? 0));
  return Math.max(alert?.lastEventTime ?? 0, ...times);
}
