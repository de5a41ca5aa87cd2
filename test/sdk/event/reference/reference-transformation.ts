import { parseJson } from "../../../../sdk/base/parse-json.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../../sdk/base/json.ts";
import type { FieldSchema } from "../../../../sdk/schema/field-schema.ts";
import { textOf } from "./reference-scalar.ts";

type Found = JsonValue | undefined;
type Values = Map<string, Found>;

/** The values of an object once the transformations of its fields have run, kind by kind. */
export function referenceTransformation(fields: readonly FieldSchema[], record: JsonObject): Values {
  const values: Values = new Map(Object.entries(record));
  for (const { rename } of fields) if (rename) values.delete(rename.from);
  for (const { name, rename } of fields)
    if (rename) put(values, name, new Map(Object.entries(record)).get(rename.from));
  for (const { name, copy } of fields) if (copy) put(values, name, at(values, copy.from));
  for (const { name, concat } of fields) if (concat) put(values, name, joined(values, concat));
  for (const { name, split } of fields) if (split) put(values, name, piece(values, split));
  return values;
}

/** The paths that transformations of an object's fields read, the object's own keys that renames take included. */
export function sourcesOf(fields: readonly FieldSchema[]): string[][] {
  return fields.flatMap(({ rename, copy, concat, split }) => [
    ...(rename ? [[rename.from]] : []),
    ...[copy, split].flatMap((one) => (one ? [one.from.split(".")] : [])),
    ...(concat?.paths ?? []).map((path) => path.split(".")),
  ]);
}

function put(values: Values, name: string, value: Found): void {
  if (value !== undefined && value !== null) values.set(name, value);
}

function at(values: Values, path: string): Found {
  const [first = "", ...rest] = path.split(".");
  return rest.reduce<Found>((value, key) => {
    const holder = typeof value === "string" ? parsed(value) : value;
    return isJsonObject(holder) ? new Map(Object.entries(holder)).get(key) : undefined;
  }, values.get(first));
}

/** What a text of an object in JSON stands for. */
function parsed(text: string): Found {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function joined(
  values: Values,
  { paths, separator }: NonNullable<FieldSchema["concat"]>,
): string | undefined {
  const texts = paths.map((path) => textOf(at(values, path))).filter((text) => text !== undefined);
  return texts.length > 0 ? texts.join(separator) : undefined;
}

function piece(
  values: Values,
  { from, separator, index }: NonNullable<FieldSchema["split"]>,
): string | undefined {
  const pieces = textOf(at(values, from))?.split(separator) ?? [];
  return pieces[index < 0 ? pieces.length + index : index];
}
