import type { RawPart } from "./schema-arbitrary.ts";

/**
 * A schema without what the language refuses: a rename from a field's own name, a second one from the same key, and
 * a mask of what is no string.
 */
export function tidyFields(schema: {
  readonly definitions: RawPart;
  readonly fields: readonly RawPart[];
}): object {
  function typeOf(value: RawPart): unknown {
    return value.type === "ref" ? typeOf(schema.definitions[String(value.target)] as RawPart) : value.type;
  }

  function tidy(value: RawPart): RawPart {
    const { fields, element, ...rest } = value;
    return {
      ...rest,
      ...(fields !== undefined && { fields: tidyAll(fields as RawPart[]) }),
      ...(element !== undefined && { element: tidy(element as RawPart) }),
    };
  }

  function tidyAll(fields: readonly RawPart[]): RawPart[] {
    const taken = new Set<unknown>();
    return fields.map((field) => {
      const { rename, mask, ...rest } = tidy(field);
      const from = (rename as RawPart | undefined)?.from;
      const isRenamed = from !== undefined && from !== field.name && !taken.has(from);
      taken.add(from);
      return { ...rest, ...(isRenamed && { rename }), ...(typeOf(field) === "string" && { mask }) };
    });
  }

  const definitions = Object.entries(schema.definitions).map(([name, value]) => [
    name,
    tidy(value as RawPart),
  ]);
  return { definitions: Object.fromEntries(definitions), fields: tidyAll(schema.fields) };
}
