import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { parseJson } from "../base/parse-json.ts";
import { readString } from "./read-scalar.ts";

type Path = readonly string[];

/** The transformations of an object's fields, kind by kind; each begins with the name of the field that gets a value. */
export interface TransformationPlan {
  readonly rename?: readonly (readonly [name: string, from: string])[];
  readonly copy?: readonly (readonly [name: string, from: Path])[];
  readonly concat?: readonly (readonly [name: string, paths: readonly Path[], separator: string])[];
  readonly split?: readonly (readonly [name: string, from: Path, separator: string, index: number])[];
}

/**
 * Makes a function that carries out an object's transformations: all renames, as if at once, then each copy, each
 * concat and each split in the schema's order. One that finds nothing changes nothing. A path goes on through text of
 * JSON. The record itself stays as it is.
 *
 * @example
 * transformation({ rename: [["user", "usr"]] })({ usr: "amy" }); // { user: "amy" }
 */
export function transformation({
  rename = [],
  copy = [],
  concat = [],
  split = [],
}: TransformationPlan): (record: JsonObject) => JsonObject {
  return (record) => {
    // Without a prototype, so that a field `__proto__` is a field like any other.
    const object = Object.assign(Object.create(null), record) as Record<string, JsonValue | undefined>;
    const taken = rename.map(([, from]) => at(record, [from]));
    for (const [, from] of rename) delete object[from];
    for (const [index, [name]] of rename.entries()) set(object, name, taken[index]);
    for (const [name, from] of copy) set(object, name, at(object, from));
    for (const [name, paths, separator] of concat) set(object, name, joined(object, paths, separator));
    for (const [name, from, separator, index] of split)
      set(object, name, textOf(at(object, from))?.split(separator).at(index));
    return object;
  };
}

function set(
  object: Record<string, JsonValue | undefined>,
  name: string,
  value: JsonValue | undefined,
): void {
  if (value !== undefined && value !== null) object[name] = value;
}

function at(object: JsonObject, path: Path): JsonValue | undefined {
  let value: JsonValue | undefined = object;
  for (const key of path) {
    const holder: JsonValue | undefined = typeof value === "string" ? objectIn(value) : value;
    value = isJsonObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
  }
  return value;
}

/** The object that a text of JSON stands for: queues and topics wrap what they carry in text. */
function objectIn(text: string): JsonValue | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function joined(object: JsonObject, paths: readonly Path[], separator: string): string | undefined {
  const texts = paths.map((path) => textOf(at(object, path))).filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join(separator);
}

/** A scalar as text, unless it is a number that lost digits. */
function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined || value === null ? undefined : readString(value);
}
