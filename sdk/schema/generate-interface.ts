import type { FieldSchema, ValueSchema } from "./log-schema.ts";

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

const NOTES: { [type in ValueSchema["type"]]?: string } = {
  int: "Integer of 32 bits.",
  smallint: "Integer of 16 bits.",
  bigint: "Integer; exact up to 2^53.",
  json: "Any JSON: look before you read.",
};

/** The members of an object's interface, each with its doc comment, as lines of TypeScript. */
export function interfaceMembers(fields: readonly FieldSchema[], indent: string): string {
  return fields
    .map(({ name, required, value }) => {
      const key = `readonly ${propertyKey(name)}${required ? "" : "?"}`;
      return `${docComment(notesOf(value), indent)}${indent}${key}: ${typeOf(value, indent)};\n`;
    })
    .join("");
}

/** A doc comment, or nothing when there is nothing to say. */
export function docComment(lines: readonly string[], indent: string): string {
  const wrapped = lines.flatMap((line) => wrap(line.replaceAll("*/", "*\\/"), 106 - indent.length));
  if (wrapped.length === 0) return "";
  if (wrapped.length === 1) return `${indent}/** ${wrapped[0]} */\n`;
  return `${indent}/**\n${wrapped.map((line) => `${indent} * ${line}\n`).join("")}${indent} */\n`;
}

/** A name as a property's key: quoted where TypeScript needs it. */
export function propertyKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function typeOf(value: ValueSchema, indent: string): string {
  if (value.type === "object") return `{\n${interfaceMembers(value.fields, `${indent}  `)}${indent}}`;
  if (value.type !== "array") return SCALARS[value.type];
  return `readonly ${value.element.type === "array" ? `(${typeOf(value.element, indent)})` : typeOf(value.element, indent)}[]`;
}

function notesOf(value: ValueSchema): string[] {
  const notes = value.description === undefined ? [] : [value.description];
  if (value.type === "string" && value.indicators) notes.push(`Indicator: ${value.indicators.join(", ")}.`);
  if (value.type === "timestamp") {
    notes.push(`Format: ${value.timeFormats.join(", ")}.${value.isEventTime ? " The event's time." : ""}`);
  }
  const note = NOTES[value.type];
  return note === undefined ? notes : [...notes, note];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
