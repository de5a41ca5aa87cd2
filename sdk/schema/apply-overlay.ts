import { CaracalError } from "../base/caracal-error.ts";
import type { FieldSchema, LogSchema, Overlay } from "./log-schema.ts";

/**
 * A vendor's schema with an overlay's fields added. An object that both have is joined field by field.
 *
 * @throws CaracalError `SCHEMA_INVALID` when the overlay is for another log type, names a field that is there
 * already, or adds a required one
 */
export function applyOverlay(schema: LogSchema, overlay: Overlay): LogSchema {
  if (overlay.schema !== schema.schema) {
    throw new CaracalError({
      code: "SCHEMA_INVALID",
      message: `the overlay is for ${overlay.schema}, but was applied to ${schema.schema}`,
    });
  }
  return { ...schema, fields: join(schema.fields, overlay.fields, "") };
}

function join(fields: readonly FieldSchema[], added: readonly FieldSchema[], parent: string): FieldSchema[] {
  const joined = [...fields];
  for (const field of added) {
    const index = joined.findIndex(({ name }) => name === field.name);
    const present = joined[index];
    if (present === undefined) {
      if (field.required)
        throw refusal(`${parent}${field.name} is required, but an overlay adds optional fields only`);
      joined.push(field);
    } else if (present.value.type === "object" && field.value.type === "object") {
      const inner = join(present.value.fields, field.value.fields, `${parent}${field.name}.`);
      joined[index] = { ...present, value: { ...present.value, fields: inner } };
    } else {
      throw refusal(`${parent}${field.name} is in the vendor's schema already`);
    }
  }
  return joined;
}

function refusal(message: string): CaracalError {
  return new CaracalError({ code: "SCHEMA_INVALID", message });
}
