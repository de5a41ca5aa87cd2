import { checkJoined } from "./check-joined.ts";
import type { ValueSchema } from "./field-schema.ts";
import { type Finding, wrong } from "./finding.ts";
import { sourcePaths } from "./generate-transformation.ts";
import { joinDefinitions, joinFields, type Joining } from "./join-values.ts";
import type { LogSchema, Overlay } from "./log-schema.ts";
import { mapping, resolved } from "./raw-schema.ts";

/**
 * A vendor's schema with what an overlay adds. Objects and arrays that both have are joined; a number may become one
 * of a wider type. The findings tell where in the overlay it is for another log type, has what is there already, could
 * refuse a record that the schema alone accepts, identifies records by what does not exist, or does not go together
 * with the schema.
 */
export function joinOverlay(
  schema: LogSchema,
  overlay: Overlay,
): { joined: LogSchema; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  if (overlay.schema !== schema.schema)
    findings.push(wrong(["schema"], `the schema is ${schema.schema}`, "name the schema that it adds to"));
  const joining: Joining = { findings, added: [] };
  const joined = {
    ...schema,
    definitions: joinDefinitions(schema.definitions, overlay.definitions ?? {}, joining),
    fields: joinFields(schema.fields, overlay.fields ?? [], ["fields"], joining),
  };
  findings.push(...checkAdded(joining, joined), ...checkIdentity(overlay.identity ?? [], joined));
  findings.push(...checkJoined(mapping(joined), mapping(overlay), findings));
  return { joined, findings };
}

function* checkIdentity(identity: readonly string[], joined: LogSchema): Generator<Finding> {
  for (const [index, name] of identity.entries()) {
    const field = joined.fields.find((one) => one.name === name);
    const type = field && resolved(mapping(joined), mapping(field))?.type;
    if (type === undefined || type === "object" || type === "array" || type === "json")
      yield wrong(
        ["identity", index],
        `identifies records by ${name}`,
        "name plain fields at the top of the schema",
      );
  }
}

/** A record that the vendor's schema accepts must not be refused for what an overlay adds. */
function* checkAdded({ added }: Joining, joined: LogSchema): Generator<Finding> {
  for (const { field, path, beside } of added) {
    const { name, rename } = field;
    const demands = demandsOf(field, joined, new Set());
    if (demands.includes("required"))
      yield wrong(path, `requires ${name}, or what is in it`, "add optional fields only");
    if (demands.includes("validate"))
      yield wrong(path, `validates ${name}, or what is in it`, "add fields that take any text");
    if (rename !== undefined && sourcePaths(beside).some(([key]) => key === rename.from))
      yield wrong(
        [...path, "rename", "from"],
        `takes ${rename.from} away from a field that is there`,
        "copy it instead",
      );
  }
}

/** What a value, or anything in it, asks of a record. */
function demandsOf(
  value: ValueSchema & { readonly required?: boolean },
  schema: LogSchema,
  seen: Set<string>,
): ("required" | "validate")[] {
  const own: ("required" | "validate")[] = value.required === true ? ["required"] : [];
  if (value.type === "string") return value.validate === undefined ? own : [...own, "validate"];
  if (value.type === "array") return [...own, ...demandsOf(value.element, schema, seen)];
  if (value.type === "object")
    return [...own, ...value.fields.flatMap((field) => demandsOf(field, schema, seen))];
  if (value.type !== "ref" || seen.has(value.target)) return own;
  seen.add(value.target);
  const definition = new Map(Object.entries(schema.definitions)).get(value.target);
  return definition === undefined ? own : [...own, ...demandsOf(definition, schema, seen)];
}
