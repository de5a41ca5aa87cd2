import { isJsonObject } from "../base/json.ts";
import { MAX_REF_DEPTH } from "./log-schema.ts";

/** A mapping as YAML gave it: nothing is certain of what is in it. */
export type Raw = { [key in string]?: unknown };

/** The keys and indexes that lead to a part of a file. */
export type Path = readonly PropertyKey[];

/** A value of a schema, field or not, before it is known to be one. */
export interface RawValue {
  readonly raw: Raw;
  readonly path: Path;
}

/** Every value of a schema or an overlay, in the file's order, however wrong the rest may be. */
export function valuesIn(schema: Raw): RawValue[] {
  const found: RawValue[] = [];
  for (const [name, value] of Object.entries(mapping(schema.definitions)))
    collect(value, ["definitions", name], found);
  collectFields(schema.fields, ["fields"], found);
  return found;
}

function collect(value: unknown, path: Path, found: RawValue[]): void {
  if (!isJsonObject(value)) return;
  found.push({ raw: value, path });
  collectFields(value.fields, [...path, "fields"], found);
  collect(value.element, [...path, "element"], found);
}

function collectFields(fields: unknown, path: Path, found: RawValue[]): void {
  for (const [index, field] of list(fields).entries()) collect(field, [...path, index], found);
}

/** Every list of fields, with its path. */
export function fieldListsIn(schema: Raw, values: readonly RawValue[]): { fields: Raw[]; path: Path }[] {
  return [{ raw: schema, path: [] }, ...values]
    .filter(({ raw }) => Array.isArray(raw.fields))
    .map(({ raw, path }) => ({ fields: list(raw.fields).map(mapping), path: [...path, "fields"] }));
}

/** A value as the mapping that it should be; where it is none, an empty one. */
export function mapping(value: unknown): Raw {
  return isJsonObject(value) ? value : {};
}

/** A value as the list that it should be; where it is none, an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The definition that a value stands for, if it does. */
export function targetOf({ type, target }: Raw): string | undefined {
  return type === "ref" && typeof target === "string" ? target : undefined;
}

/** A value as it is once its refs are followed; `undefined` where they lead nowhere. */
export function resolved(schema: Raw, value: Raw): Raw | undefined {
  const definitions = mapping(schema.definitions);
  let found = value;
  for (let depth = 0; depth <= MAX_REF_DEPTH; depth++) {
    if (found.type !== "ref") return found;
    const target = targetOf(found) ?? "";
    found = mapping(Object.hasOwn(definitions, target) ? definitions[target] : undefined);
  }
  return undefined;
}
