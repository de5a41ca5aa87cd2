import { isJsonObject } from "../base/json.ts";
import { shown } from "./describe-choice.ts";
import { doubtful, type Finding, wrong } from "./finding.ts";
import { list, mapping, type Path, type Raw, type RawValue, resolved } from "./raw-schema.ts";
import { isTransformed } from "./transformations.ts";

/** The transformations of an object's fields. */
export function* checkTransformations(fields: readonly Raw[], path: Path, schema: Raw): Generator<Finding> {
  yield* checkRenames(fields, path, schema);
  for (const [index, field] of fields.entries()) {
    const at = [...path, index];
    const { from: copied } = mapping(field.copy);
    if (typeof copied === "string" && copied === field.name && !copied.includes("."))
      yield doubtful([...at, "copy", "from"], `${copied} is the field's own name`, "leave the copy out");
    for (const { from, key } of sourcesOf(field)) {
      if (from.split(".").includes(""))
        yield wrong([...at, ...key], `the path ${from} has an empty key`, "write keys joined by single dots");
      else if (isMasked(from.split("."), fields, schema) && !holdsMask(field, schema))
        yield unmasked([...at, ...key], from);
    }
    if (field.mask !== undefined && list(field.indicators).length > 0)
      yield doubtful(
        [...at, "indicators"],
        "indicators see the mask, not the value",
        "leave one of them out",
      );
  }
}

/** That only strings are masked. */
export function* checkMasks(values: readonly RawValue[], schema: Raw): Generator<Finding> {
  for (const { raw, path } of values) {
    const type = raw.mask === undefined ? undefined : resolved(schema, raw)?.type;
    if (type === undefined || type === "string") continue;
    const message = `a mask is for strings, and this is of type ${shown(type)}`;
    yield wrong([...path, "mask"], message, "leave it out");
  }
}

function* checkRenames(fields: readonly Raw[], path: Path, schema: Raw): Generator<Finding> {
  const renamed = new Set<string>();
  const named = new Map(fields.map((field) => [field.name, field]));
  for (const [index, field] of fields.entries()) {
    const { name } = field;
    const { from } = mapping(field.rename);
    if (typeof from !== "string") continue;
    const source = named.get(from);
    const at = [...path, index, "rename", "from"];
    if (from === name) yield wrong(at, `${from} is the field's own name`, "leave the rename out");
    else if (renamed.has(from))
      yield wrong(at, `${from} is renamed for an earlier field already`, "copy it instead");
    else if (source !== undefined && holdsMask(source, schema) && !holdsMask(field, schema))
      yield unmasked(at, from);
    else if (source !== undefined && !isTransformed(source))
      yield doubtful(at, `leaves the field ${from} without a value`, "copy it instead");
    renamed.add(from);
  }
}

/** The paths that a field reads, and the keys below it where they stand. */
function sourcesOf({ copy, concat, split }: Raw): { from: string; key: Path }[] {
  const sources = [
    { from: mapping(copy).from, key: ["copy", "from"] },
    ...list(mapping(concat).paths).map((from, index) => ({ from, key: ["concat", "paths", index] })),
    { from: mapping(split).from, key: ["split", "from"] },
  ];
  return sources.flatMap(({ from, key }) => (typeof from === "string" && from !== "" ? [{ from, key }] : []));
}

function isMasked(path: readonly string[], fields: readonly Raw[], schema: Raw): boolean {
  let inside: readonly Raw[] = fields;
  let field: Raw | undefined;
  for (const name of path) {
    field = inside.find((one) => one.name === name);
    if (field === undefined) return false;
    inside = list(resolved(schema, field)?.fields).map(mapping);
  }
  return field !== undefined && holdsMask(field, schema);
}

/** Whether a value is masked, or anything in it. */
function holdsMask(value: Raw, schema: Raw): boolean {
  const inside = new Set([value]);
  for (const one of inside) {
    if (one.mask !== undefined) return true;
    const { fields, element } = resolved(schema, one) ?? {};
    for (const inner of [...list(fields), element]) if (isJsonObject(inner)) inside.add(inner);
  }
  return false;
}

/** Masks are put on last. */
function unmasked(at: Path, from: string): Finding {
  return doubtful(at, `reads ${from} before it is masked`, "mask this field too");
}
