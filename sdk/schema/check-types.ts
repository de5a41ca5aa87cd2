import { describeChoice } from "./describe-choice.ts";
import type { ValueSchema } from "./field-schema.ts";
import { type Finding, wrong } from "./finding.ts";
import { typeWith } from "./key-homes.ts";
import { nearest } from "./nearest.ts";
import type { RawValue } from "./raw-schema.ts";

const TYPES = [
  "string",
  "int",
  "smallint",
  "bigint",
  "float",
  "boolean",
  "timestamp",
  "object",
  "array",
  "json",
  "ref",
] as const satisfies ValueSchema["type"][];

/**
 * That every value has a type that there is. One that has not is given the type that it likely means, so that the
 * rest of it can be checked too.
 */
export function* checkTypes(values: readonly RawValue[]): Generator<Finding> {
  for (const { raw, path } of values) {
    const { type } = raw;
    if ((TYPES as readonly unknown[]).includes(type)) continue;
    const { message, fix } = describeChoice("type", type, TYPES);
    yield wrong([...path, "type"], message, fix);
    const meant = typeof type === "string" ? nearest(type, TYPES) : undefined;
    raw.type = meant ?? Object.keys(raw).map(typeWith).find(Boolean) ?? "json";
  }
}
