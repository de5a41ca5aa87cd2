import type { JsonValue } from "../../base/json.ts";
import type { Input } from "./examiner.ts";
import type { LogModel } from "./log-model.ts";
import type { Shape } from "./shape.ts";

/** Longer texts are not usual for a field of a schema; in JSON any are. */
const LONGEST_USUAL = 256;

/** Whether the texts of an input that stand outside JSON are of usual length. */
export function isUsual(input: Input, models: ReadonlyMap<string, LogModel>): boolean {
  return [...models].every(([name, { shape }]) => isUsualAt(input[name], shape));
}

function isUsualAt(value: JsonValue | undefined, shape: Shape): boolean {
  if (shape.kind === "json" || value === null || value === undefined) return true;
  if (typeof value === "string") return value.length <= LONGEST_USUAL;
  if (typeof value !== "object") return true;
  return Object.entries(value).every(([key, one]) => {
    const field = shape.element ?? shape.fields.get(key);
    return field === undefined || isUsualAt(one, field);
  });
}
