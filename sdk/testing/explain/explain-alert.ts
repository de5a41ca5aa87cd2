import type { OpenAlert } from "../../engine/open-alert.ts";
import { showKey, showNumber } from "./explain-group.ts";
import { counted } from "./fold.ts";
import { shortened, showTime } from "./show-value.ts";

/** Alerts that are shown. */
const ALERTS = 5;

/**
 * The alerts that were raised: which event crossed, what, and in which group.
 *
 * @param alerts with the number of the event; without one, time passed
 */
export function alertLines(alerts: ReadonlyMap<OpenAlert, number | undefined>): string[] {
  const lines = [...alerts].slice(0, ALERTS).map(([alert, number]) => alertLine(alert, number));
  return alerts.size > ALERTS ? [...lines, `…and ${counted(alerts.size - ALERTS, "alert")} more`] : lines;
}

function alertLine({ said, severity, eventCount, steps }: OpenAlert, number: number | undefined): string {
  const { title, dedup, createdAt, type, threshold, context } = said;
  const what = `alert ${severity} ${JSON.stringify(shortened(title))} in group ${showKey(dedup)}`;
  const when = showTime(new Date(createdAt));
  const event = number === undefined ? `${when}, as time passed` : `event ${number} (${when})`;
  if (type === "RULE_ERROR") return `${what}: a rule error at ${event}${placeOf(context)}`;
  const { measure, atLeast, within } = threshold;
  if (measure === "absence") return `${what}: silence of ${within} up to ${when}`;
  if (steps !== undefined) {
    const told = steps
      .map(({ name, count, absent }) => (absent ? `no ${name}` : `${count} ${name}`))
      .join(", ");
    return `${what}: ${told}; completed at ${event}`;
  }
  if (measure === "count" && atLeast === 1) return `${what} at ${event}`;
  return `${what}: ${reachedText(threshold)} within ${within} at ${event}; ${counted(eventCount, "event")} in all`;
}

function reachedText({ measure, value, atLeast }: OpenAlert["said"]["threshold"]): string {
  const shown = showNumber(value);
  if (measure === "ratio") return `${shown}, above ${atLeast},`;
  if (measure === "baseline")
    return `${shown}, no less than the floor of ${showNumber(atLeast)} and more than usual,`;
  return `${shown} of ${showNumber(atLeast)}`;
}

function placeOf({ at }: OpenAlert["said"]["context"]): string {
  return typeof at === "string" && at !== "" ? `, in ${at}` : "";
}
