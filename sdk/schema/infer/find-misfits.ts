import type { FieldSchema, ValueSchema } from "../field-schema.ts";
import { type LogSchema, MAX_REF_DEPTH } from "../log-schema.ts";
import type { InferredValue } from "./inferred.ts";
import { filledOf, inferFields, inferValue } from "./infer-value.ts";
import type { Observation } from "./observe.ts";
import type { Seen } from "./seen.ts";
import { takes } from "./takes.ts";

/** Something of the samples that a schema does not take. */
export interface Misfit {
  /** Where in the record: `identity.arn`, `people[].badge`. */
  readonly path: string;
  /** What is wrong, such as `is required, but 3 of 10 have none`. */
  readonly message: string;
}

/**
 * What a schema would lose of the records that were seen: fields that it lacks, values that its types do not take,
 * required fields without a value. In the order of the schema, object by object; none for the schema that was inferred
 * from the same records.
 */
export function findMisfits(schema: LogSchema, { records }: Observation): Misfit[] {
  const misfits: Misfit[] = [];
  compareFields(schema.fields, records, "", { schema, misfits });
  return misfits;
}

interface Comparing {
  readonly schema: LogSchema;
  readonly misfits: Misfit[];
}

interface SeenFields {
  readonly count: number;
  readonly fields: ReadonlyMap<string, Seen>;
}

function compareFields(
  schema: readonly FieldSchema[],
  seen: SeenFields,
  parent: string,
  to: Comparing,
): void {
  const used = new Set<string>();
  for (const field of schema) {
    for (const name of sourcesOf(field)) used.add(name);
    // What is put together from elsewhere is not itself in the record.
    if (field.copy ?? field.concat ?? field.split) continue;
    const name = field.rename?.from ?? field.name;
    compareField(field, seen.fields.get(name), seen.count, `${parent}${name}`, to);
  }
  const unknown = new Map(seen.fields.entries().filter(([name]) => !used.has(name)));
  for (const { name, type } of inferFields(unknown, seen.count).list)
    to.misfits.push({
      path: `${parent}${name}`,
      message: `is ${type} in the samples, and not in the schema`,
    });
}

/** The keys of the record that a field takes something from. */
function sourcesOf({ name, rename, copy, concat, split }: FieldSchema): readonly string[] {
  const paths = [copy?.from, ...(concat?.paths ?? []), split?.from].filter((path) => path !== undefined);
  return [rename?.from ?? name, ...paths.map((path) => path.split(".")[0] ?? "")];
}

function compareField(
  field: FieldSchema,
  seen: Seen | undefined,
  objects: number,
  path: string,
  to: Comparing,
): void {
  const value = resolve(field, to.schema);
  const filled = seen === undefined ? 0 : filledOf(value.type, seen);
  if (field.required && filled < objects)
    to.misfits.push({ path, message: `is required, but ${objects - filled} of ${objects} have none` });
  if (seen !== undefined) compareValue(value, field.name, seen, path, to);
}

function compareValue(value: ValueSchema, name: string, seen: Seen, path: string, to: Comparing): void {
  const inferred = inferValue(name, seen);
  // Text of JSON would have to be parsed first.
  if (inferred === undefined || ("isEmbeddedJSON" in value && value.isEmbeddedJSON)) return;
  if (!takes(value, seen))
    to.misfits.push({ path, message: `is ${shown(value)}, but the samples suggest ${shown(inferred)}` });
  else if (value.type === "object" && seen.objects?.fields !== undefined)
    compareFields(value.fields, { count: seen.objects.count, fields: seen.objects.fields }, `${path}.`, to);
  else if (value.type === "array" && seen.arrays !== undefined)
    compareValue(resolve(value.element, to.schema), name, seen.arrays.element, `${path}[]`, to);
}

function shown({ type, ...value }: ValueSchema | InferredValue): string {
  return "timeFormats" in value && value.timeFormats !== undefined
    ? `${type} (${value.timeFormats.join(", ")})`
    : type;
}

/** The definition that a ref stands for, through others. */
function resolve(value: ValueSchema, { definitions }: LogSchema): ValueSchema {
  let resolved = value;
  for (let depth = 0; resolved.type === "ref" && depth < MAX_REF_DEPTH; depth++)
    resolved = definitions[resolved.target] ?? { type: "json", isEmbeddedJSON: false };
  return resolved;
}
