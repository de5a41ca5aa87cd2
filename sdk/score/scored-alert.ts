import { z } from "zod";
import { moment } from "./labels.ts";

/** The form of an alert, as far as scoring reads it. */
export const alertForm = z.object({
  alertId: z.string(),
  type: z.string(),
  ruleId: z.string(),
  severity: z.enum(["INFO", "LOW", "MEDIUM", "HIGH", "CRITICAL"]),
  title: z.string(),
  dedup: z.string(),
  createdAt: moment,
  threshold: z.object({ measure: z.string() }),
  entities: z.record(z.string(), z.array(z.string())),
  context: z.record(z.string(), z.unknown()),
  eventIds: z.array(z.string()),
  steps: z.array(z.object({ absent: z.boolean().optional() })).optional(),
});

/** An alert to be scored. */
export type ScoredAlert = z.infer<typeof alertForm>;

/** Whether an alert pages people: it is of severity MEDIUM or above. */
export function isLoud({ severity }: Pick<ScoredAlert, "severity">): boolean {
  return severity !== "INFO" && severity !== "LOW";
}

/** Whether an alert says that a rule failed, not that something happened. */
export function isRuleError({ type }: Pick<ScoredAlert, "type">): boolean {
  return type === "RULE_ERROR";
}
