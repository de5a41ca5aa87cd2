import type { FieldSchema, ValueSchema } from "./log-schema.ts";

/** An object's place in a schema: where it is in the record, and the TypeScript type that it becomes. */
interface Place {
  readonly path: string;
  readonly type: string;
  /** The name of its decoding function. */
  readonly name: string;
}

/**
 * The TypeScript of the functions that decode a log type's record, innermost first: one pass over the fields, in
 * the schema's order, nothing looked up at run time.
 *
 * @param type the name of the event's own fields' type
 */
export function decoderFunctions(fields: readonly FieldSchema[], type: string): string {
  return objectDecoder(fields, { path: "", type, name: "decode" });
}

function objectDecoder(fields: readonly FieldSchema[], place: Place): string {
  const inner: string[] = [];
  const reads = fields.map((field) => {
    const path = place.path === "" ? field.name : `${place.path}.${field.name}`;
    const type = `NonNullable<${place.type}[${JSON.stringify(field.name)}]>`;
    const name = `${place.name}${pascal(field.name)}`;
    return fieldLines(field, path, readOf(field.value, sourceOf(field.name), { path, type, name }, inner));
  });
  const keys = `${place.name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase()}_KEYS`;
  return `${inner.join("")}
const ${keys} = new Set<string>([
${fields.map(({ name }) => `  ${JSON.stringify(name)},\n`).join("")}]);

function ${place.name}(record: JsonObject, to: Decoding): ${place.type} {
  const event: Partial<Writable<${place.type}>> = {};
${reads.join("")}  to.rest(record, ${keys}, ${JSON.stringify(place.path)});
  return event as ${place.type};
}
`;
}

function fieldLines({ name, required, value }: FieldSchema, path: string, expression: string): string {
  const local = `own${pascal(name)}`;
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? `event.${name}` : `event[${JSON.stringify(name)}]`;
  const found = [`${key} = ${local};`, ...marksOf(value, local)];
  const otherwise = required ? ` else {\n    to.require(${JSON.stringify(path)});\n  }` : "";
  return `  const ${local} = ${expression};
  if (${local} !== undefined) {
${found.map((line) => `    ${line}\n`).join("")}  }${otherwise}
`;
}

/** What a value tells beside itself: its indicators, and the event's time. */
function marksOf(value: ValueSchema, local: string): string[] {
  if (value.type === "string")
    return (value.indicators ?? []).map((name) => `SCANNERS.${name}(${local}, to.marks);`);
  if (value.type === "timestamp" && value.isEventTime) return [`to.time ??= ${local};`];
  if (value.type !== "array") return [];
  const inner = marksOf(value.element, "element");
  return inner.length === 0
    ? []
    : [`for (const element of ${local}) {`, ...inner.map((line) => `  ${line}`), "}"];
}

function readOf(value: ValueSchema, from: string, place: Place, inner: string[]): string {
  const path = JSON.stringify(place.path);
  switch (value.type) {
    case "object":
      inner.push(objectDecoder(value.fields, place));
      return `to.object(${from}, ${path}, ${place.name})`;
    case "array": {
      const element = {
        path: `${place.path}[]`,
        type: `NonNullable<${place.type}[number]>`,
        name: `${place.name}Element`,
      };
      return `to.array(${from}, ${path}, (element) => ${readOf(value.element, "element", element, inner)})`;
    }
    case "timestamp":
      return `to.timestamp(${from}, ${path}, ${JSON.stringify(value.timeFormats)})`;
    case "int":
    case "smallint":
    case "bigint":
      return `to.integer(${from}, ${path}, ${JSON.stringify(value.type)})`;
    case "json":
      return `to.json(${from})`;
    default:
      return `to.${value.type}(${from}, ${path})`;
  }
}

/** Reading `constructor` from a record that has none must find nothing. */
function sourceOf(name: string): string {
  if (name in {}) return `own(record, ${JSON.stringify(name)})`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `record.${name}` : `record[${JSON.stringify(name)}]`;
}

function pascal(name: string): string {
  return name.replace(/\W+/g, "_").replace(/^./, (first) => first.toUpperCase());
}
