import type { CompiledStep } from "../../engine/correlation/compiled-correlation.ts";
import { type KeyState, progress } from "../../engine/correlation/key-state.ts";
import type { OpenAlert } from "../../engine/open-alert.ts";
import { type AnyCorrelation, isCorrelation } from "../../rule/correlation.ts";
import { alertLines } from "./explain-alert.ts";
import { showKey } from "./explain-group.ts";
import { keyLines } from "./explain-key.ts";
import { explainRule } from "./explain-rule.ts";
import { capped, counted, indented } from "./fold.ts";
import { follow, type Following, type Numbered } from "./follow.ts";
import { showSpan } from "./show-value.ts";

/** Keys that are shown, and lines of what explains a step that nothing has come for. */
const KEYS = 3;
const STEP_LINES = 12;

/** When the matches of a step came, by key. */
type Came = ReadonlyMap<string, readonly number[]>;

/** What came of a correlation's events. */
interface Found extends Following {
  readonly alerts: ReadonlyMap<OpenAlert, number>;
  /** By step. */
  readonly came: ReadonlyMap<number, Came>;
}

/**
 * Why a correlation completed, or did not: what came for each step, and of the keys that came furthest which steps were
 * filled, and what the others wait for.
 *
 * @param quiet whether nothing was to come: then only what raised an alert is told
 */
export function explainCorrelation(
  correlation: AnyCorrelation,
  events: readonly Numbered[],
  quiet = false,
): string[] {
  const found = followSteps(correlation, events);
  const { alerts, came } = found;
  const head = `${correlation.id}: ${alerts.size === 0 ? "no alert" : counted(alerts.size, "alert")}`;
  const raised = [head, ...alertLines(alerts)];
  const lane = found.correlations.lanes.find((one) => one.correlation.id === correlation.id);
  if (lane === undefined || (alerts.size > 0 && quiet)) return raised;
  const { steps } = lane.correlation;
  const waiting = [...lane.runner.keys.entries()]
    .filter(([, { alert }]) => alert === undefined)
    .toSorted(([, one], [, other]) => progress(other, lane.correlation) - progress(one, lane.correlation));
  const keys = waiting.slice(0, KEYS).flatMap(([key, state]: [string, KeyState]) =>
    keyLines(lane.correlation, {
      key,
      state,
      came: (step) => came.get(step)?.get(key) ?? [],
      now: found.now,
    }),
  );
  return [
    ...raised,
    ...steps.flatMap((step, at) => stepLines(correlation, step, came.get(at), events)),
    ...keys,
    ...(waiting.length > KEYS ? [`…and ${counted(waiting.length - KEYS, "key")} more`] : []),
  ];
}

function followSteps(correlation: AnyCorrelation, events: readonly Numbered[]): Found {
  const { id } = correlation;
  const alerts = new Map<OpenAlert, number>();
  const came = new Map<number, Map<string, number[]>>();
  const followed = follow(correlation, events, {
    after(_lane, { steps = [], arrival: { time } }, _about, alert) {
      const isMade = alert?.said.createdAt === new Date(time).toISOString();
      for (const { correlation: of, step, key, on } of steps) {
        if (of !== id || (on === "alert" && !isMade)) continue;
        const keys = came.get(step) ?? new Map<string, number[]>();
        came.set(step, keys);
        const times = keys.get(key);
        if (times === undefined) keys.set(key, [time]);
        else times.push(time);
      }
    },
    alerts(made, { number }) {
      for (const alert of made) if (alert.said.ruleId === id && !alerts.has(alert)) alerts.set(alert, number);
    },
  });
  return { ...followed, alerts, came };
}

/** What came for a step, whichever keys it had; where nothing came, why. */
function stepLines(
  { steps }: AnyCorrelation,
  { name, ruleId, isAbsent }: CompiledStep,
  came: Came | undefined,
  events: readonly Numbered[],
): string[] {
  const step = steps[name];
  const what = `${isAbsent ? "without" : "step"} ${name} (${ruleId})`;
  if (came !== undefined) {
    const keys = [...came].map(([key, times]) => {
      const span = showSpan(times[0] ?? 0, times.at(-1) ?? 0);
      return `${showKey(key)} ${counted(times.length, "match")} ${span}`;
    });
    return [`${what}: ${capped(keys, KEYS + 1).join(", ")}`];
  }
  if (isAbsent) return [`${what}: none came`];
  if (step === undefined || isCorrelation(step.rule)) return [`${what}: it did not complete`];
  const isForAlerts = step.absent !== true && step.on === "alert";
  const why = capped(explainRule(step.rule, events, false), STEP_LINES);
  return [`${what}: ${isForAlerts ? "no alert" : "no match"}`, ...indented(why)];
}
