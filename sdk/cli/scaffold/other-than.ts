import type { JsonObject, JsonValue } from "../../base/json.ts";
import type { Condition } from "./condition.ts";
import type { Draft } from "./draft.ts";

/** What a call fails with that may not be made. */
const DENIED = "AccessDeniedException";

/** A change to a sample that makes it one that the rule leaves alone. */
export interface Other {
  readonly change: JsonObject;
  /** How it then differs: `without an error`. */
  readonly what: string;
}

/** How a sample has to differ so that the drafted rule does not detect it. */
export function otherThan({ subject, conditions }: Pick<Draft, "subject" | "conditions">): Other {
  const condition = conditions.find(({ field }) => field === subject.error) ?? conditions[0];
  if (condition === undefined) return { change: {}, what: "" };
  const { field } = condition;
  if (field !== subject.error)
    return { change: { [field]: otherValue(condition, subject.listed) }, what: `with another ${field}` };
  const [failed] = condition.values;
  return failed === undefined
    ? { change: { [field]: DENIED }, what: "with an error" }
    : { change: { [field]: null }, what: "without an error" };
}

function otherValue({ field, values }: Condition, listed: Draft["subject"]["listed"]): JsonValue {
  const choice = listed?.[field]?.find((value) => !values.includes(value));
  if (choice !== undefined) return choice;
  const [value] = values;
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return Math.max(...values.map(Number)) + 1;
  return "Other";
}
