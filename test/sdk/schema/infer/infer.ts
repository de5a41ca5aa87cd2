import type { JsonObject } from "../../../../sdk/base/json.ts";
import type { InferredSchema } from "../../../../sdk/schema/infer/inferred.ts";
import { inferSchema } from "../../../../sdk/schema/infer/infer-schema.ts";
import { newObservation, type Observation, observe } from "../../../../sdk/schema/infer/observe.ts";
import { printSchema } from "../../../../sdk/schema/infer/print-schema.ts";
import type { FieldSchema, ValueSchema } from "../../../../sdk/schema/field-schema.ts";
import { readSchema } from "../../../../sdk/schema/read-schema.ts";

export function observed(records: readonly object[]): Observation {
  const observation = newObservation();
  for (const record of records) observe(record as JsonObject, observation);
  return observation;
}

/** The schema inferred from records, which must have a field. */
export function inferred(records: readonly object[]): InferredSchema {
  const schema = inferSchema("Custom.Sample", observed(records));
  if (schema === undefined) throw new Error("nothing was inferred");
  return schema;
}

/** The text of the schema inferred from records. */
export function inferredText(records: readonly object[]): string {
  return printSchema(inferred(records));
}

/** The fields inferred from records, as the schema's text says them, in short: `{ id: "string", seen?: "bigint[]" }`. */
export function inferredTypes(records: readonly object[]): Record<string, unknown> {
  return shortFields(readSchema(inferredText(records), "sample.yml").fields);
}

function shortFields(fields: readonly FieldSchema[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => [`${field.name}${field.required ? "" : "?"}`, short(field)]),
  );
}

function short(value: ValueSchema): unknown {
  if (value.type === "object") return shortFields(value.fields);
  if (value.type === "array") return [short(value.element)];
  if (value.type === "timestamp") return [value.type, ...value.timeFormats].join(" ");
  return value.type === "string" ? [value.type, ...(value.indicators ?? [])].join(" ") : value.type;
}
