import type { FieldSchema, ValueSchema } from "./field-schema.ts";
import { type Finding, wrong } from "./finding.ts";
import type { LogSchema } from "./log-schema.ts";
import type { Path } from "./raw-schema.ts";

/** What comes up while a schema and an overlay are joined. */
export interface Joining {
  /** What cannot be joined. */
  readonly findings: Finding[];
  /** The fields that the schema lacks, where in the overlay they are, and the schema's own fields beside them. */
  readonly added: {
    readonly field: FieldSchema;
    readonly path: Path;
    readonly beside: readonly FieldSchema[];
  }[];
}

type Definitions = LogSchema["definitions"];

/** A schema's definitions with an overlay's. */
export function joinDefinitions(present: Definitions, more: Definitions, joining: Joining): Definitions {
  const joined = { ...present };
  for (const [name, value] of Object.entries(more)) {
    const there = joined[name];
    joined[name] = there === undefined ? value : joinValue(there, value, ["definitions", name], joining);
  }
  return joined;
}

/** An object's fields with an overlay's. */
export function joinFields(
  present: readonly FieldSchema[],
  more: readonly FieldSchema[],
  path: Path,
  joining: Joining,
): FieldSchema[] {
  const joined = [...present];
  for (const [index, field] of more.entries()) {
    const at = [...path, index];
    const there = joined.findIndex(({ name }) => name === field.name);
    const before = joined[there];
    if (before !== undefined) {
      joined[there] = joinValue(before, field, at, joining);
    } else {
      joined.push(field);
      joining.added.push({ field, path: at, beside: present });
    }
  }
  return joined;
}

function joinValue<T extends ValueSchema>(present: T, more: ValueSchema, path: Path, joining: Joining): T {
  const joined = joinedOf(present, more, path, joining);
  const name = "name" in more ? String(more.name) : String(path.at(-1));
  if (joined === undefined) {
    const message = `${name} is there already, of type ${present.type}`;
    joining.findings.push(wrong(path, message, "leave it out"));
    return present;
  }
  const others = Object.entries(more).flatMap(([key, value]) =>
    OF_PRESENT.includes(key) || value === false ? [] : [key],
  );
  if (others.length > 0)
    joining.findings.push(wrong(path, `changes ${others.join(" and ")} of ${name}`, "leave it out"));
  return joined;
}

/** What an overlay may say of a value that is there. */
const OF_PRESENT = ["name", "type", "description", "fields", "element"];

/** Types of numbers; each holds every number of those before it. */
const NUMBERS: readonly string[] = ["smallint", "int", "bigint", "float"];

function joinedOf<T extends ValueSchema>(
  present: T,
  more: ValueSchema,
  path: Path,
  joining: Joining,
): T | undefined {
  if (present.type === "object" && more.type === "object")
    return { ...present, fields: joinFields(present.fields, more.fields, [...path, "fields"], joining) };
  if (present.type === "array" && more.type === "array")
    return { ...present, element: joinValue(present.element, more.element, [...path, "element"], joining) };
  const [from, to] = [NUMBERS.indexOf(present.type), NUMBERS.indexOf(more.type)];
  return from !== -1 && to > from ? { ...present, type: more.type } : undefined;
}
