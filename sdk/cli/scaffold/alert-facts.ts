import { z } from "zod";
import type { JsonObject } from "../../base/json.ts";
import { SEVERITIES } from "../../rule/severity.ts";

const alert = z.looseObject({
  alertId: z.string(),
  ruleId: z.string(),
  severity: z.enum(SEVERITIES),
  logTypes: z.array(z.string()).min(1),
  reports: z.record(z.string(), z.array(z.string())),
  destinations: z.array(z.string()),
  eventIds: z.array(z.string()),
  threshold: z.object({ measure: z.string(), atLeast: z.number(), within: z.string() }),
});

/** What a rule can take over from an alert. */
export type AlertFacts = z.infer<typeof alert>;

/** The alert that an object of JSON is, as `caracal run` prints it; `undefined` for any other object. */
export function alertFacts(value: JsonObject): AlertFacts | undefined {
  return alert.safeParse(value).data;
}
