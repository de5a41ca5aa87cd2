import chunk from "lodash/chunk.js";
import type { FieldSchema } from "./field-schema.ts";
import { elementOf, type Place, readCall } from "./generate-read.ts";
import { sourcePaths, transformationOf } from "./generate-transformation.ts";
import { GeneratedCode, type ObjectToDecode, type Resolved } from "./generated-code.ts";
import type { LogSchema } from "./log-schema.ts";
import { member, nameScope, printCall, quoted } from "./source-text.ts";

/** How many fields one function reads. TypeScript refuses to follow one of some thousand (TS2563). */
const MOST_FIELDS = 300;

/**
 * The TypeScript of the functions that decode a log type's record, and of what they need, outermost first: one pass
 * over the fields, in the schema's order, nothing looked up at run time.
 */
export function decoderFunctions(schema: LogSchema): string {
  const code = new GeneratedCode(schema);
  for (const object of code.objects) writeObject(object, code);
  return code.blocks.join("\n");
}

function writeObject({ fields, name, type, alsoRead }: ObjectToDecode, code: GeneratedCode): void {
  const unique = nameScope();
  const paths = [...sourcePaths(fields), ...alsoRead];
  const reads = fields.map((field) => {
    const local = unique(field.name);
    const place: Place = {
      key: field.name,
      name: name + local,
      type: `NonNullable<Own${name}[${quoted(field.name)}]>`,
      alsoRead: paths
        .filter(([key, next]) => key === field.name && next !== undefined)
        .map((path) => path.slice(1)),
    };
    return fieldLines(field, place, local, code);
  });
  const keys = code.constant(
    `${name}Keys`,
    "new Set<string>([",
    [...new Set(paths.map(([key]) => quoted(key ?? "")))],
    "])",
  );
  const transformation = transformationOf(fields, name, code);
  const found = transformation === undefined ? "record" : "found";
  const record = transformation === undefined ? "" : `  const record = ${transformation}(found);\n`;
  // What has required fields is whole only at the end.
  const isPartial = fields.some((field) => field.required);
  const growing = isPartial ? `Partial<Writable<Own${name}>>` : `Writable<Own${name}>`;
  // An object that may have a field such as `constructor` must not answer with an inherited one.
  const empty = fields.some((field) => isInherited(field.name)) ? "Object.create(null)" : "{}";
  const [first = [], ...more] = chunk(reads, MOST_FIELDS);
  // No decoder has a `_` in its name.
  const parts = more.map((lines, index) => ({ part: `decode${name}_${index + 2}`, lines }));
  code.blocks.push(`type Own${name} = ${type};

function decode${name}(${found}: JsonObject, to: Decoding): Own${name} {
${record}  const event: ${growing} = ${empty};
${first.join("")}${parts.map(({ part }) => `  ${part}(record, to, event);\n`).join("")}  to.rest(${found}, ${keys});
  return event${isPartial ? ` as Own${name}` : ""};
}
`);
  for (const { part, lines } of parts)
    code.blocks.push(`function ${part}(record: JsonObject, to: Decoding, event: ${growing}): void {
${lines.join("")}}
`);
}

function fieldLines(field: FieldSchema, place: Place, local: string, code: GeneratedCode): string {
  const key = quoted(field.name);
  const variable = `own${local}`;
  const { value } = code.resolve(field);
  // Reading `constructor` from a record that has none must find nothing.
  const from = isInherited(field.name) ? `own(record, ${key})` : member("record", field.name);
  const isFilled = value.type === "array" && !field.required;
  const read = readCall(field, from, place, code, isFilled);
  const masked = maskOf(field, variable);
  const stored = masked === undefined ? variable : `masked${local}`;
  const lines = [
    ...(masked === undefined ? [] : [`const ${stored} = ${masked};`]),
    `${member("event", field.name)} = ${stored};`,
    ...marksOf(value, stored, code),
  ];
  const otherwise = field.required ? ` else {\n    to.require(${from}, ${key});\n  }` : "";
  return `  ${printCall(read, "  ", `const ${variable} = `)};
  if (${variable} !== undefined) {
${lines.map((line) => `    ${line}\n`).join("")}  }${otherwise}
`;
}

/** What is stored in place of a text. */
function maskOf({ mask }: FieldSchema, variable: string): string | undefined {
  if (mask === undefined) return undefined;
  return mask.type === "redact"
    ? quoted(mask.to)
    : `hashText(${variable}, ${quoted(mask.algorithm)}, ${quoted(mask.salt)})`;
}

/** What a value tells beside itself: its indicators, and the event's time. */
function marksOf(value: Resolved, variable: string, code: GeneratedCode): string[] {
  if (value.type === "string")
    return (value.indicators ?? []).map((name) => `SCANNERS.${name}(${variable}, to.marks);`);
  if (value.type === "timestamp" && value.isEventTime) return [`to.happened(${variable});`];
  if (value.type !== "array") return [];
  const element = elementOf(variable);
  const inner = marksOf(code.resolve(value.element).value, element, code);
  return inner.length === 0
    ? []
    : [`for (const ${element} of ${variable}) {`, ...inner.map((line) => `  ${line}`), "}"];
}

function isInherited(name: string): boolean {
  return name in {};
}
