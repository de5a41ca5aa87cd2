import type { CompiledStep } from "../../engine/correlation/compiled-correlation.ts";
import { type KeyState, progress } from "../../engine/correlation/key-state.ts";
import { type AnyCorrelation, isCorrelation } from "../../rule/correlation.ts";
import { alertLines } from "./explain-alert.ts";
import { showKey } from "./explain-group.ts";
import { undefinedLines } from "./explain-grouping.ts";
import { keyLines } from "./explain-key.ts";
import { explainRule } from "./explain-rule.ts";
import { capped, counted, indented } from "./fold.ts";
import type { Numbered } from "./follow.ts";
import { type Came, followCorrelation } from "./follow-correlation.ts";
import { showSpan } from "./show-value.ts";

/** Keys that are shown, and lines of what explains a step that nothing has come for. */
const KEYS = 3;
const STEP_LINES = 12;

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
  const found = followCorrelation(correlation, events);
  const { alerts, came, keyless, cancelled } = found;
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
      cancelled: cancelled.get(key),
      now: found.now,
    }),
  );
  return [
    ...raised,
    ...steps.flatMap((step, at) =>
      stepLines(correlation, step, { came: came.get(at), keyless: keyless.get(at) ?? [] }, events),
    ),
    ...keys,
    ...(waiting.length > KEYS ? [`…and ${counted(waiting.length - KEYS, "key")} more`] : []),
  ];
}

/** What came for a step, whichever keys it had; where nothing came, why. */
function stepLines(
  { steps }: AnyCorrelation,
  { name, ruleId, isAbsent }: CompiledStep,
  { came, keyless }: { readonly came: Came | undefined; readonly keyless: readonly Numbered[] },
  events: readonly Numbered[],
): string[] {
  const step = steps[name];
  const what = `${isAbsent ? "without" : "step"} ${name} (${ruleId})`;
  const left = `${counted(keyless.length, "match")} left out, because the key was empty`;
  const missing = step === undefined ? [] : indented(undefinedLines("by", step.by, keyless));
  if (came !== undefined) {
    const keys = [...came].map(([key, times]) => {
      const span = showSpan(times[0] ?? 0, times.at(-1) ?? 0);
      return `${showKey(key)} ${counted(times.length, "match")} ${span}`;
    });
    return [
      `${what}: ${capped(keys, KEYS + 1).join(", ")}${keyless.length === 0 ? "" : `; ${left}`}`,
      ...missing,
    ];
  }
  if (keyless.length > 0) return [`${what}: ${left}`, ...missing];
  if (isAbsent) return [`${what}: none came`];
  if (step === undefined || isCorrelation(step.rule)) return [`${what}: it did not complete`];
  const isForAlerts = step.absent !== true && step.on === "alert";
  const why = capped(explainRule(step.rule, events, false), STEP_LINES);
  return [`${what}: ${isForAlerts ? "no alert" : "no match"}`, ...indented(why)];
}
