import type { FieldSchema } from "./field-schema.ts";
import type { GeneratedCode, Path } from "./generated-code.ts";

/**
 * The constant that carries out the transformations of an object's fields, if there are any.
 *
 * @param prefix what its name begins with
 */
export function transformationOf(
  fields: readonly FieldSchema[],
  prefix: string,
  code: GeneratedCode,
): string | undefined {
  const plan = {
    rename: fields.flatMap(({ name, rename }) => (rename === undefined ? [] : [[name, rename.from]])),
    copy: fields.flatMap(({ name, copy }) => (copy === undefined ? [] : [[name, keysOf(copy.from)]])),
    concat: fields.flatMap(({ name, concat }) =>
      concat === undefined ? [] : [[name, concat.paths.map(keysOf), concat.separator]],
    ),
    split: fields.flatMap(({ name, split }) =>
      split === undefined ? [] : [[name, keysOf(split.from), split.separator, split.index]],
    ),
  };
  const kinds = Object.entries(plan).filter(([, steps]) => steps.length > 0);
  if (kinds.length === 0) return undefined;
  const text = kinds.map(([kind, steps]) => `${kind}: ${literal(steps)}`);
  return code.constant(`${prefix}Transformation`, "transformation({ ", text, " })");
}

/** The paths that an object's fields are read from. */
export function sourcePaths(fields: readonly FieldSchema[]): Path[] {
  return fields.flatMap(({ name, rename, copy, concat, split }) => {
    const paths = [copy?.from, ...(concat?.paths ?? []), split?.from].filter((path) => path !== undefined);
    return [[name], ...(rename === undefined ? [] : [[rename.from]]), ...paths.map(keysOf)];
  });
}

function keysOf(path: string): string[] {
  return path.split(".");
}

type Literal = string | number | readonly Literal[];

function literal(value: Literal): string {
  return typeof value === "object" ? `[${value.map(literal).join(", ")}]` : JSON.stringify(value);
}
