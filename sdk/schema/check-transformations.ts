import { shown } from "./describe-choice.ts";
import { doubtful, type Finding, wrong } from "./finding.ts";
import { list, mapping, type Path, type Raw, type RawValue, resolved } from "./raw-schema.ts";

/** The transformations of an object's fields. */
export function* checkTransformations(fields: readonly Raw[], path: Path, schema: Raw): Generator<Finding> {
  yield* checkRenames(fields, path);
  for (const [index, field] of fields.entries()) {
    const at = [...path, index];
    for (const { from, key } of sourcesOf(field)) {
      if (from.split(".").includes(""))
        yield wrong([...at, ...key], `the path ${from} has an empty key`, "write keys joined by single dots");
      else if (field.mask === undefined && isMasked(from.split("."), fields, schema))
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

function* checkRenames(fields: readonly Raw[], path: Path): Generator<Finding> {
  const renamed = new Map<string, unknown>();
  const masked = new Set(fields.filter(({ mask }) => mask !== undefined).map(({ name }) => name));
  for (const [index, { name, rename, mask }] of fields.entries()) {
    const { from } = mapping(rename);
    if (typeof from !== "string") continue;
    const at = [...path, index, "rename", "from"];
    if (from === name) yield wrong(at, `${from} is the field's own name`, "leave the rename out");
    else if (renamed.has(from))
      yield wrong(at, `${from} is renamed to ${shown(renamed.get(from))} already`, "copy it instead");
    else if (masked.has(from) && mask === undefined) yield unmasked(at, from);
    renamed.set(from, name);
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
  return field?.mask !== undefined;
}

/** Masks are put on last. */
function unmasked(at: Path, from: string): Finding {
  return doubtful(at, `reads ${from} before it is masked`, "mask this field too");
}
