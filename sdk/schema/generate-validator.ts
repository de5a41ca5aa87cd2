import type { FieldSchema, ValueSchema } from "./field-schema.ts";
import { definitionType } from "./generated-code.ts";
import type { LogSchema } from "./log-schema.ts";
import { printCall, literalKey } from "./source-text.ts";

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

/** The zod schemas of a schema's definitions, as functions: each is made where it is needed. */
export function definitionValidators(schema: LogSchema): string {
  return Object.entries(schema.definitions)
    .map(([definition, value]) => {
      const type = `z.ZodType<${definitionType(schema, definition)}>`;
      return `const ${shapeOf(definition)} = (): ${type} => ${validatorOf(value, "")};\n\n`;
    })
    .join("");
}

/** A zod schema of the decoded event, as TypeScript. */
export function validator(fields: readonly FieldSchema[], indent = ""): string {
  const inner = `${indent}  `;
  const members = fields.map((field) => {
    const key = literalKey(field.name);
    return `${inner}${key}: ${field.required ? fieldValidator(field, inner) : wrapped("z.exactOptional", field, inner)},\n`;
  });
  return `z.object({\n${members.join("")}${indent}})`;
}

/** Of a field: what a mask puts there is any text. */
function fieldValidator(field: ValueSchema | FieldSchema, indent: string): string {
  return "mask" in field && field.mask !== undefined ? SCALARS.string : validatorOf(field, indent);
}

function validatorOf(value: ValueSchema, indent: string): string {
  switch (value.type) {
    case "object":
      return validator(value.fields, indent);
    case "array":
      return wrapped("z.array", value.element, indent);
    case "ref":
      return `${shapeOf(value.target)}()`;
    case "string": {
      const allowed = value.validate?.allow;
      return allowed === undefined ? SCALARS.string : `z.enum(${JSON.stringify([...new Set(allowed)])})`;
    }
    default:
      return SCALARS[value.type];
  }
}

function wrapped(callee: string, value: ValueSchema, indent: string): string {
  return printCall({ callee, args: [fieldValidator(value, `${indent}  `)] }, indent);
}

/** The function that makes a definition's zod schema. */
function shapeOf(definition: string): string {
  return `shapeOf${definition}`;
}
