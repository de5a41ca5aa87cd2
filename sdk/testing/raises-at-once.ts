import type { AnyRule } from "../rule/rule.ts";

/** Whether one match of a rule is all that it takes: it raises an alert, or is the signal that the rule is there for. */
export function raisesAtOnce({ createAlert, firstSeen, threshold = 1 }: AnyRule): boolean {
  if (createAlert === false) return true;
  if (firstSeen !== undefined) return false;
  return threshold === 1 || (typeof threshold === "object" && threshold.count === 1);
}
