import type { ValueSchema } from "../field-schema.ts";
import type { InferredField, InferredFields, InferredValue } from "./inferred.ts";
import { inferScalar } from "./infer-scalar.ts";
import { isMap } from "./is-map.ts";
import { countOf, type Seen, type SeenArrays, type SeenObjects } from "./seen.ts";

/**
 * The fields of objects, in the order in which they were first met. A field is required when every one of the objects
 * had a value there.
 *
 * @param objects how many there were
 * @param notes what else has no field
 */
export function inferFields(
  fields: ReadonlyMap<string, Seen>,
  objects: number,
  notes: readonly string[] = [],
): InferredFields {
  const list: InferredField[] = [];
  const nulls: string[] = [];
  const reserved: string[] = [];
  for (const [name, seen] of fields) {
    const value = inferValue(name, seen);
    if (name.startsWith("p_")) reserved.push(name);
    else if (value === undefined) nulls.push(name);
    else list.push({ name, required: isRequired(value, seen, objects), ...value });
  }
  return {
    list,
    notes: [
      ...noteOf("always null in the samples, so of no known type", nulls),
      ...noteOf("left out, for p_ is kept for standard fields", reserved),
      ...notes,
    ],
  };
}

/** How many names a note lists. */
const LISTED = 20;

function noteOf(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const listed = names.toSorted().slice(0, LISTED).join(", ");
  return [`${what}: ${listed}${names.length > LISTED ? `, and ${names.length - LISTED} more` : ""}`];
}

function isRequired({ type }: InferredValue, seen: Seen, objects: number): boolean {
  // One that no bigint of Caracal's holds would take the whole record with it.
  const hasLong = seen.numbers?.hasLong === true || seen.texts?.hasLong === true;
  return filledOf(type, seen) === objects && !(type === "bigint" && hasLong);
}

/** Values that are not null, nor as good as null: an empty text is, where it is to be anything but text. */
export function filledOf(type: ValueSchema["type"], seen: Seen): number {
  return countOf(seen) - (type === "string" || type === "json" ? 0 : (seen.texts?.blanks ?? 0));
}

/** The schema of a value; `undefined` where there was none. */
export function inferValue(name: string, seen: Seen): InferredValue | undefined {
  const count = countOf(seen);
  if (count === 0) return undefined;
  if (seen.objects?.count === count) return objectOf(seen.objects);
  if (seen.arrays?.count === count) return arrayOf(name, seen.arrays);
  if (seen.opaque > 0) return json("nested too deeply, or numbers too large, for another type");
  if (seen.objects !== undefined || seen.arrays !== undefined) return json("values of several types");
  return inferScalar(name, seen);
}

function objectOf(objects: SeenObjects): InferredValue {
  if (objects.fields === undefined)
    return json("objects with more keys, or longer ones, than a schema should list");
  if (objects.keys === 0) return json("empty objects in all samples");
  if (isMap(objects, objects.fields)) return json("objects whose keys are data");
  const fields = inferFields(objects.fields, objects.count);
  return fields.list.length > 0 ? { type: "object", fields } : json("objects in which every field was null");
}

/** An array that was always empty could hold anything. */
function arrayOf(name: string, { element }: SeenArrays): InferredValue {
  const value = inferValue(name, element) ?? json("always empty in the samples, so of no known type");
  const { notes = [], ...rest } = value;
  return { type: "array", notes, element: rest };
}

function json(note: string): InferredValue {
  return { type: "json", notes: [note] };
}
