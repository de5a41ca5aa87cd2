import type { FieldSchema, ValueSchema } from "./log-schema.ts";
import { docComment, propertyKey } from "./source-text.ts";

const SCALARS = {
  string: "string",
  int: "number",
  smallint: "number",
  bigint: "number",
  float: "number",
  boolean: "boolean",
  json: "JsonValue",
  timestamp: "Date",
} as const;

/** The members of an object's interface, each with its doc comment, as lines of TypeScript. */
export function interfaceMembers(fields: readonly FieldSchema[], indent: string): string {
  return fields
    .map((field) => {
      const key = `readonly ${propertyKey(field.name)}${field.required ? "" : "?"}`;
      return `${docComment(notesOf(field), indent)}${indent}${key}: ${typeOf(field, indent)};\n`;
    })
    .join("");
}

function typeOf(value: ValueSchema, indent: string): string {
  if (value.type === "object") return `{\n${interfaceMembers(value.fields, `${indent}  `)}${indent}}`;
  if (value.type !== "array") return SCALARS[value.type];
  const element = typeOf(value.element, indent);
  return value.element.type === "array" ? `readonly (${element})[]` : `readonly ${element}[]`;
}

function notesOf(value: ValueSchema): string[] {
  const notes = value.description === undefined ? [] : [value.description];
  const last = lastElement(value);
  switch (last.type) {
    case "string":
      return last.indicators?.length ? [...notes, `Indicator: ${last.indicators.join(", ")}.`] : notes;
    case "timestamp":
      return last.isEventTime ? [...notes, "The event's time."] : notes;
    case "int":
    case "smallint":
    case "bigint":
      return [...notes, last === value ? "Integer." : "Integers."];
    case "json":
      return [...notes, "Any JSON: look before you read."];
    default:
      return notes;
  }
}

function lastElement(value: ValueSchema): ValueSchema {
  return value.type === "array" ? lastElement(value.element) : value;
}
