import omit from "lodash/omit.js";
import type { Invocation } from "./history.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";

/** A rule as the reference understands it, with times in milliseconds. */
export interface ReferenceRule {
  readonly id: string;
  readonly detect: (event: Invocation) => boolean;
  readonly dedup: (event: Invocation) => string;
  readonly measure: (events: readonly Invocation[]) => number;
  readonly atLeast: number;
  readonly within: number;
  readonly dedupPeriod: number;
  /** Default: always LOW. */
  readonly isHigh?: (event: Invocation) => boolean;
  readonly firstSeen?: {
    readonly key: (event: Invocation) => string;
    readonly scope: (event: Invocation) => string;
    readonly learn: number;
    readonly forget: number;
  };
}

/** What the reference says of an alert. */
export interface ReferenceAlert {
  readonly alertId: string;
  readonly ruleId: string;
  readonly dedup: string;
  readonly createdAt: string;
  readonly value: number;
  readonly eventIds: readonly string[];
  readonly severity: "LOW" | "HIGH";
}

type Growing = { -readonly [K in keyof ReferenceAlert]: ReferenceAlert[K] } & {
  readonly eventIds: string[];
  readonly closesAt: number;
};

/** The alerts of a history by the letter: every match looks at all earlier matches of its group
 * again that no alert has counted. */
export function referenceAlerts(
  rules: readonly ReferenceRule[],
  history: readonly Invocation[],
): ReferenceAlert[] {
  const events = history.toSorted((a, b) => timeOf(a) - timeOf(b) || (a.p_row_id < b.p_row_id ? -1 : 1));
  const alerts = rules.flatMap((rule) => alertsOf(rule, events));
  return alerts
    .toSorted((a, b) => a.closesAt - b.closesAt || (a.alertId < b.alertId ? -1 : 1))
    .map((alert) => omit(alert, "closesAt"));
}

function alertsOf(rule: ReferenceRule, events: readonly Invocation[]): Growing[] {
  const detected = events.filter(rule.detect);
  const matches = detected.filter((event, n) => isNew(rule, event, detected.slice(0, n)));
  const alerts: Growing[] = [];
  for (const [n, match] of matches.entries()) {
    const [time, dedup] = [timeOf(match), rule.dedup(match)];
    const severity = rule.isHigh?.(match) === true ? "HIGH" : "LOW";
    const open = alerts.find((alert) => alert.dedup === dedup && time < alert.closesAt);
    if (open !== undefined) {
      open.eventIds.push(match.p_row_id);
      if (severity === "HIGH") open.severity = severity;
      continue;
    }
    const counted = new Set(alerts.flatMap(({ eventIds }) => eventIds));
    const window = matches
      .slice(0, n + 1)
      .filter((other) => rule.dedup(other) === dedup && timeOf(other) > time - rule.within)
      .filter(({ p_row_id }) => !counted.has(p_row_id));
    const value = rule.measure(window);
    if (value < rule.atLeast) continue;
    alerts.push({
      alertId: sha256(JSON.stringify(["RULE", rule.id, dedup, match.p_row_id])),
      ruleId: rule.id,
      dedup,
      createdAt: match.p_event_time.toISOString(),
      value,
      eventIds: window.map(({ p_row_id }) => p_row_id),
      severity,
      closesAt: time + rule.dedupPeriod,
    });
  }
  return alerts;
}

function isNew({ firstSeen }: ReferenceRule, event: Invocation, earlier: readonly Invocation[]): boolean {
  if (firstSeen === undefined) return true;
  const { key, scope, learn, forget } = firstSeen;
  const around = earlier.filter((other) => scope(other) === scope(event));
  const isKnown = around.some((other) => key(other) === key(event) && timeOf(other) > timeOf(event) - forget);
  return !isKnown && timeOf(event) - timeOf(around[0] ?? event) >= learn;
}

function timeOf(event: Invocation): number {
  return event.p_event_time.getTime();
}
