import type { CompiledCorrelation } from "../../engine/correlation/compiled-correlation.ts";
import type { KeyState } from "../../engine/correlation/key-state.ts";
import type { OpenAlert } from "../../engine/open-alert.ts";
import type { AnyCorrelation } from "../../rule/correlation.ts";
import { follow, type Following, type Numbered } from "./follow.ts";

/** What must not come, came, and took back what the step before had. */
export interface Cancelled {
  readonly step: number;
  readonly time: number;
}

/** When the matches of a step came, by key. */
export type Came = ReadonlyMap<string, readonly number[]>;

/** What came of a correlation's events. */
export interface FollowedCorrelation extends Following {
  /** Alerts, and the number of the event at which each was made; of one that was made as time passed, none. */
  readonly alerts: ReadonlyMap<OpenAlert, number | undefined>;
  /** By step. */
  readonly came: ReadonlyMap<number, Came>;
  /** Events that matched and have an empty key, by step. */
  readonly keyless: ReadonlyMap<number, readonly Numbered[]>;
  /** By key. */
  readonly cancelled: ReadonlyMap<string, Cancelled>;
}

/** Takes events through a correlation and the rules of its steps, and notes what came of them. */
export function followCorrelation(
  correlation: AnyCorrelation,
  events: readonly Numbered[],
): FollowedCorrelation {
  const { id } = correlation;
  const alerts = new Map<OpenAlert, number | undefined>();
  const came = new Map<number, Map<string, number[]>>();
  const keyless = new Map<number, Numbered[]>();
  const cancelled = new Map<string, Cancelled>();
  const followed = follow(correlation, events, {
    after({ rule }, { steps, error }, about) {
      // What first-seen has not let through yet has no steps.
      if (steps === undefined || error !== undefined) return;
      for (const { correlation: of, step } of rule.listeners.match) {
        if (of !== id || steps.some((one) => one.correlation === id && one.step === step)) continue;
        const known = keyless.get(step);
        if (known === undefined) keyless.set(step, [about]);
        else known.push(about);
      }
    },
    steps(steps, { lanes }) {
      const lane = lanes.find((one) => one.correlation.id === id);
      for (const match of steps) {
        const { correlation: of, step, key, time } = match;
        if (of !== id) continue;
        const state = lane?.runner.keys.get(key);
        // It was filled again, and completed.
        if (state?.alert !== undefined) cancelled.delete(key);
        const by = lane && cancelledBy(lane.correlation, state, match);
        if (by !== undefined) cancelled.set(key, by);
        const keys = came.get(step) ?? new Map<string, number[]>();
        came.set(step, keys);
        const times = keys.get(key);
        if (times === undefined) keys.set(key, [time]);
        else times.push(time);
      }
    },
    alerts(made, { event, number }) {
      const time = event.p_event_time.toISOString();
      for (const alert of made) {
        const { ruleId, createdAt } = alert.said;
        if (ruleId === id && !alerts.has(alert)) alerts.set(alert, createdAt === time ? number : undefined);
      }
    },
  });
  return { ...followed, alerts, came, keyless, cancelled };
}

/** Whether a match that a sequence is about to count takes back what the step before it has. */
function cancelledBy(
  { order, steps }: CompiledCorrelation,
  state: KeyState | undefined,
  { step, time }: Cancelled,
): Cancelled | undefined {
  if (order === "any" || steps[step]?.isAbsent !== true || state === undefined) return undefined;
  const { awaited } = state;
  const isFilled =
    step === steps.length - 1
      ? awaited !== undefined && awaited.deadline >= time
      : state.steps[step - 1]?.filled !== undefined;
  return isFilled ? { step, time } : undefined;
}
