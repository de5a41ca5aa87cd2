import { CaracalError } from "../base/caracal-error.ts";
import type { FieldSchema, LogSchema, Overlay, ValueSchema } from "./log-schema.ts";

/**
 * A vendor's schema with an overlay's fields added. An object that both have is joined field by field.
 *
 * @throws CaracalError `SCHEMA_INVALID` when the overlay is for another log type, names a field that is there
 * already, adds a required one, or identifies records by a field that does not exist
 */
export function applyOverlay(schema: LogSchema, overlay: Overlay): LogSchema {
  if (overlay.schema !== schema.schema)
    throw refusal(schema, `is for ${overlay.schema}`, "name the schema that it adds to");
  const fields = join(schema, schema.fields, overlay.fields ?? [], "");
  for (const name of overlay.identity ?? []) {
    const type = fields.find((field) => field.name === name)?.type;
    if (type === undefined || type === "object" || type === "array" || type === "json")
      throw refusal(schema, `identifies records by ${name}`, "name plain fields at the top of the schema");
  }
  return { ...schema, fields };
}

function join(
  schema: LogSchema,
  fields: readonly FieldSchema[],
  added: readonly FieldSchema[],
  parent: string,
): FieldSchema[] {
  const joined = [...fields];
  for (const field of added) {
    const path = `${parent}${field.name}`;
    const index = joined.findIndex(({ name }) => name === field.name);
    const present = joined[index];
    if (present?.type === "object" && field.type === "object") {
      joined[index] = { ...present, fields: join(schema, present.fields, field.fields, `${path}.`) };
    } else if (present === undefined) {
      if (requires(field)) throw refusal(schema, `requires ${path}`, "add optional fields only");
      joined.push(field);
    } else throw refusal(schema, `adds ${path}, which is there already`, "leave it out");
  }
  return joined;
}

/** Whether a record that the vendor's schema accepts could be refused for this value. */
function requires(value: ValueSchema & { readonly required?: boolean }): boolean {
  if (value.required) return true;
  if (value.type === "array") return requires(value.element);
  return value.type === "object" && value.fields.some(requires);
}

function refusal({ schema }: LogSchema, message: string, fix: string): CaracalError {
  return new CaracalError({ code: "SCHEMA_INVALID", message: `the overlay of ${schema} ${message}`, fix });
}
