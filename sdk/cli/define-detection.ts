import { isCorrelation } from "../rule/correlation.ts";
import { defineCorrelation } from "../rule/define-correlation.ts";
import { defineRule } from "../rule/define-rule.ts";
import type { Detection } from "../rule/step.ts";

/** Whether an export is meant as a rule or a correlation; whether it is one is for {@link defineDetection} to say. */
export function isDetection(value: unknown): value is Detection {
  if (typeof value !== "object" || value === null) return false;
  return "detect" in value || ("steps" in value && "order" in value);
}

/**
 * A rule or a correlation, checked whoever made it.
 *
 * @throws CaracalError `RULE_INVALID`
 */
export function defineDetection(value: Detection): Detection {
  return isCorrelation(value) ? defineCorrelation(value as never) : defineRule(value as never);
}
