import type { FieldSchema, ValueSchema } from "./field-schema.ts";
import { definitionType } from "./generated-code.ts";
import type { LogSchema } from "./log-schema.ts";
import { docComment, propertyKey, quoted } from "./source-text.ts";

const SCALARS = {
  int: "number",
  smallint: "number",
  bigint: "number",
  float: "number",
  boolean: "boolean",
  json: "JsonValue",
  timestamp: "Date",
} as const;

/** The interfaces and types of a schema's definitions, each with its doc comment. */
export function definitionTypes(schema: LogSchema): string {
  return Object.entries(schema.definitions)
    .map(([definition, value]) => {
      const name = definitionType(schema, definition);
      const notes = docComment(notesOf(value), "");
      return value.type === "object"
        ? `${notes}export interface ${name} {\n${interfaceMembers(value.fields, schema, "  ")}}\n\n`
        : `${notes}export type ${name} = ${typeOf(value, schema, "")};\n\n`;
    })
    .join("");
}

/** The members of an object's interface, each with its doc comment, as lines of TypeScript. */
export function interfaceMembers(fields: readonly FieldSchema[], schema: LogSchema, indent: string): string {
  return fields
    .map((field) => {
      const key = `readonly ${propertyKey(field.name)}${field.required ? "" : "?"}`;
      // What a mask puts there is any text.
      const type = field.mask === undefined ? typeOf(field, schema, indent) : "string";
      return `${docComment(notesOf(field), indent)}${indent}${key}:${/^\s/.test(type) ? "" : " "}${type};\n`;
    })
    .join("");
}

function typeOf(value: ValueSchema, schema: LogSchema, indent: string): string {
  switch (value.type) {
    case "object":
      return `{\n${interfaceMembers(value.fields, schema, `${indent}  `)}${indent}}`;
    case "array": {
      const { element } = value;
      const type = typeOf(element, schema, indent);
      const isGrouped = element.type === "array" || unionOf(element).length > 1;
      return isGrouped ? `readonly (${type})[]` : `readonly ${type}[]`;
    }
    case "ref":
      return definitionType(schema, value.target);
    case "string":
      return union(unionOf(value), indent);
    default:
      return SCALARS[value.type];
  }
}

/** The only texts that a value can be; none where it can be any. */
function unionOf(value: ValueSchema): string[] {
  const allowed = value.type === "string" ? (value.validate?.allow ?? []) : [];
  return [...new Set(allowed)].map(quoted);
}

function union(texts: readonly string[], indent: string): string {
  const line = texts.join(" | ");
  if (line.length <= 80) return line === "" ? "string" : line;
  return texts.map((text) => `\n${indent}  | ${text}`).join("");
}

/** What is to be known of a value beyond its type. */
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
