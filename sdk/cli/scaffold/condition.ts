import { CaracalError } from "../../base/caracal-error.ts";
import type { JsonObject, JsonValue } from "../../base/json.ts";
import type { Subject } from "./subject.ts";

/** A field and the values that a rule detects it by; `undefined` stands for none. */
export interface Condition {
  readonly field: string;
  readonly values: readonly (JsonValue | undefined)[];
}

/** Fields with more different values than this tell little. */
const MOST_VALUES = 3;

const MOST_CONDITIONS = 3;

/**
 * What samples have in common that tells them from other events of their log type.
 *
 * @param originals the samples before they were made unrecognisable: what was made up is nothing to detect by
 * @throws CaracalError `ARGUMENT_INVALID` where there is nothing
 */
export function conditionsOf(
  { error, logType }: Subject,
  fields: readonly string[],
  samples: readonly JsonObject[],
  originals: readonly JsonObject[],
): readonly Condition[] {
  const found = fields.flatMap((field): Condition[] => {
    const values = [...new Set(samples.map((sample) => sample[field]))];
    const isReal = samples.every((sample, at) => sample[field] === originals[at]?.[field]);
    const isThere = values.every((value) => value !== undefined) || (field === error && values.length === 1);
    return isReal && isThere && values.length <= MOST_VALUES ? [{ field, values }] : [];
  });
  if (found.length > 0) return found.slice(0, MOST_CONDITIONS);
  const message = `no field of the samples tells them from other records of ${logType}`;
  const fix = `list in the schema what a field can be (validate: allow), or leave --from away: --log-type ${logType}`;
  throw new CaracalError({ code: "ARGUMENT_INVALID", message, fix });
}

/** A condition as a rule says it; a long one has a line for each value. */
export function conditionText({ field, values }: Condition): string {
  const parts = values.map((value) => `event.${field} === ${JSON.stringify(value)}`);
  const line = parts.length === 1 ? parts.join("") : `(${parts.join(" || ")})`;
  return line.length < 90 || parts.length === 1 ? line : `(${parts.join(" ||\n      ")})`;
}

/** A condition for people. */
export function conditionSentence({ field, values }: Condition): string {
  const [value] = values;
  return value === undefined
    ? `that have no ${field}`
    : `whose ${field} is ${values.map(String).join(" or ")}`;
}
