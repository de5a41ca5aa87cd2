import { propertyKey } from "./generate-interface.ts";
import type { FieldSchema, ValueSchema } from "./log-schema.ts";

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
  const members = fields.map(({ name, required, value }) => {
    const type = validatorOf(value, `${indent}  `);
    return `${indent}  ${propertyKey(name)}: ${required ? type : `${type}.exactOptional()`},\n`;
  });
  return `z.object({\n${members.join("")}${indent}})`;
}

function validatorOf(value: ValueSchema, indent: string): string {
  if (value.type === "object") return validator(value.fields, indent);
  if (value.type === "array") return `z.array(${validatorOf(value.element, indent)})`;
  return SCALARS[value.type];
}
