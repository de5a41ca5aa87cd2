import type { FieldSchema, ValueSchema } from "./log-schema.ts";
import { printCall, propertyKey } from "./source-text.ts";

const SCALARS = {
  string: "z.string()",
  int: "z.int32()",
  smallint: "z.int32().min(-32_768).max(32_767)",
  bigint: "z.int()",
  float: "z.number()",
  boolean: "z.boolean()",
  json: "z.json()",
  timestamp: "z.date()",
} as const;

/** A zod schema of the decoded event, as TypeScript. */
export function validator(fields: readonly FieldSchema[], indent = ""): string {
  const inner = `${indent}  `;
  const members = fields.map((field) => {
    // In an object literal a plain `__proto__` would set the prototype.
    const key = field.name === "__proto__" ? `["__proto__"]` : propertyKey(field.name);
    return `${inner}${key}: ${field.required ? validatorOf(field, inner) : wrapped("z.exactOptional", field, inner)},\n`;
  });
  return `z.object({\n${members.join("")}${indent}})`;
}

function validatorOf(value: ValueSchema, indent: string): string {
  if (value.type === "object") return validator(value.fields, indent);
  return value.type === "array" ? wrapped("z.array", value.element, indent) : SCALARS[value.type];
}

function wrapped(callee: string, value: ValueSchema, indent: string): string {
  const isBroken = validatorOf(value, indent).includes("\n");
  return printCall({ callee, args: [validatorOf(value, isBroken ? `${indent}  ` : indent)] }, indent);
}
