import type { Alert } from "../engine/alert.ts";

/**
 * What alerts were when they were last looked at, of those that were there. An alert's id is made of the event that
 * crosses, and a late record may let an earlier one cross: then it is the alert of the same group and of the same events.
 */
export function earlierAlerts(now: readonly Alert[], before: readonly Alert[]): ReadonlyMap<Alert, Alert> {
  const known = new Map(before.map((alert) => [alert.alertId, alert]));
  const ids = new Set(now.map(({ alertId }) => alertId));
  const gone = before.filter(({ alertId }) => !ids.has(alertId));
  const pairs = now.flatMap((alert): [Alert, Alert][] => {
    const then = known.get(alert.alertId) ?? gone.find((one) => isSame(one, alert));
    return then === undefined ? [] : [[alert, then]];
  });
  return new Map(pairs);
}

function isSame(one: Alert, other: Alert): boolean {
  if (one.ruleId !== other.ruleId || one.dedup !== other.dedup) return false;
  return one.eventIds.some((id) => other.eventIds.includes(id));
}
