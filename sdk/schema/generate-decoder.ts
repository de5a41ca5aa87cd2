import type { FieldSchema, ValueSchema } from "./log-schema.ts";
import { type Call, list, member, nameScope, printCall } from "./source-text.ts";

/** A value's place in a schema: its path in the record, what its type and functions are called, and its type. */
interface Place {
  readonly path: string;
  readonly name: string;
  readonly type: string;
}

/** What the functions of one log type share: the names that are taken, and what was written so far. */
interface Output {
  readonly unique: (name: string, prefix?: string) => string;
  readonly functions: string[];
}

/**
 * The TypeScript of the functions that decode a log type's record, innermost first: one pass over the fields, in
 * the schema's order, nothing looked up at run time.
 */
export function decoderFunctions(fields: readonly FieldSchema[]): string {
  const output: Output = { unique: nameScope(), functions: [] };
  output.unique("Fields"); // the imported OwnFields
  objectDecoder(fields, { path: "", name: "", type: "OwnFields" }, output);
  return output.functions.join("\n");
}

/** Writes the function that decodes an object, behind those of the objects in it, and returns its name. */
function objectDecoder(fields: readonly FieldSchema[], { path, name, type }: Place, output: Output): string {
  const unique = nameScope();
  const reads = fields.map((field) => {
    const place: Place = {
      path: path === "" ? field.name : `${path}.${field.name}`,
      name: field.type === "object" || field.type === "array" ? output.unique(field.name, name) : "",
      type: `NonNullable<Own${name}[${JSON.stringify(field.name)}]>`,
    };
    return fieldLines(field, place, unique(field.name), output);
  });
  const keys = name === "" ? "KEYS" : `${name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase()}_KEYS`;
  const known = fields.map((field) => JSON.stringify(field.name));
  // An object that may have a field such as `constructor` must not answer with an inherited one.
  const empty = fields.some((field) => isInherited(field.name)) ? "Object.create(null)" : "{}";
  // What has required fields is whole only at the end.
  const isPartial = fields.some((field) => field.required);
  const declaration = name === "" ? "" : `type Own${name} = ${type};\n\n`;
  output.functions.push(`${declaration}${list(`const ${keys} = new Set<string>([`, known, "]);")}

function decode${name}(record: JsonObject, to: Decoding): Own${name} {
  const event: ${isPartial ? `Partial<Writable<Own${name}>>` : `Writable<Own${name}>`} = ${empty};
${reads.join("")}  to.rest(record, ${keys}, ${JSON.stringify(path)});
  return event${isPartial ? ` as Own${name}` : ""};
}
`);
  return `decode${name}`;
}

function fieldLines(field: FieldSchema, place: Place, local: string, output: Output): string {
  const variable = `own${local}`;
  // Reading `constructor` from a record that has none must find nothing.
  const from = isInherited(field.name)
    ? `own(record, ${JSON.stringify(field.name)})`
    : member("record", field.name);
  const found = [`${member("event", field.name)} = ${variable};`, ...marksOf(field, variable)];
  const otherwise = field.required
    ? ` else {\n    to.require(${from}, ${JSON.stringify(place.path)});\n  }`
    : "";
  const read = printCall(readOf(field, from, place, output), "  ", `const ${variable} = `);
  return `  ${read};
  if (${variable} !== undefined) {
${found.map((line) => `    ${line}\n`).join("")}  }${otherwise}
`;
}

/** What a value tells beside itself: its indicators, and the event's time. */
function marksOf(value: ValueSchema, variable: string): string[] {
  if (value.type === "string")
    return (value.indicators ?? []).map((name) => `SCANNERS.${name}(${variable}, to.marks);`);
  if (value.type === "timestamp" && value.isEventTime) return [`to.time ??= ${variable};`];
  if (value.type !== "array") return [];
  const element = elementOf(variable);
  const inner = marksOf(value.element, element);
  return inner.length === 0
    ? []
    : [`for (const ${element} of ${variable}) {`, ...inner.map((line) => `  ${line}`), "}"];
}

/** The call that reads a value; the decoders of the objects in it are written on the way. */
function readOf(value: ValueSchema, from: string, place: Place, output: Output): Call {
  const read = (method: string, ...more: string[]): Call => ({
    callee: `to.${method}`,
    args: [from, JSON.stringify(place.path), ...more],
  });
  switch (value.type) {
    case "object":
      return read("object", objectDecoder(value.fields, place, output));
    case "array": {
      const element: Place = {
        path: `${place.path}[]`,
        name: output.unique("Element", place.name),
        type: `NonNullable<${place.type}[number]>`,
      };
      const parameter = elementOf(from);
      // An empty array is as good as none, unless the record must have one, or it is an element itself.
      const isOptional = "required" in value && !value.required;
      return {
        ...read(isOptional ? "filledArray" : "array"),
        each: { parameter, body: readOf(value.element, parameter, element, output) },
      };
    }
    case "timestamp":
      return read("timestamp", JSON.stringify(value.timeFormats).replaceAll(",", ", "));
    case "int":
    case "smallint":
    case "bigint":
      return read("integer", JSON.stringify(value.type));
    case "json":
      return { callee: "to.json", args: [from] };
    default:
      return read(value.type);
  }
}

/** What an element of an array is called: `element`, and one of an array in it `elementElement`. */
function elementOf(array: string): string {
  return array.startsWith("element") ? `${array}Element` : "element";
}

function isInherited(name: string): boolean {
  return name in {};
}
