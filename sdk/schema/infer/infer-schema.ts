import { findEventTime } from "./find-event-time.ts";
import type { InferredSchema } from "./inferred.ts";
import { inferFields } from "./infer-value.ts";
import type { Observation } from "./observe.ts";

/**
 * The log schema that records suggest: one that takes every one of them. Their order decides nothing but the order of
 * the fields.
 *
 * @param name of the log type, such as `Custom.DoorLog`
 * @returns undefined where no record has a field
 */
export function inferSchema(
  name: string,
  { records, hasOtherKeys }: Observation,
): InferredSchema | undefined {
  const others = hasOtherKeys ? ["left out: keys that are empty or very long, or too many"] : [];
  const fields = inferFields(records.fields, records.count, others);
  if (fields.list.length === 0) return undefined;
  return { name, records: records.count, fields, eventTime: findEventTime(fields.list) };
}
