import { CaracalError } from "../base/caracal-error.ts";
import { checkTargets } from "./check-refs.ts";
import { checkSize } from "./check-size.ts";
import { checkMasks } from "./check-transformations.ts";
import type { ValueSchema } from "./field-schema.ts";
import { type Finding, wrong } from "./finding.ts";
import { joinDefinitions, joinFields, type Joining } from "./join-values.ts";
import type { LogSchema, Overlay } from "./log-schema.ts";
import { mapping, resolved, valuesIn } from "./raw-schema.ts";

/**
 * A vendor's schema with what an overlay adds.
 *
 * @throws CaracalError `SCHEMA_INVALID` with every problem that {@link joinOverlay} finds
 */
export function applyOverlay(schema: LogSchema, overlay: Overlay): LogSchema {
  const { joined, findings } = joinOverlay(schema, overlay);
  if (findings.length === 0) return joined;
  throw new CaracalError(findings.map(({ code, message, fix = "" }) => ({ code, message, fix })));
}

/**
 * A vendor's schema with what an overlay adds. Objects and arrays that both have are joined; a number may become one
 * of a wider type. The findings tell where in the overlay it is for another log type, has what is there already, adds
 * what a record must have, or identifies records by what does not exist.
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
  const [raw, added] = [mapping(joined), mapping(overlay)];
  const values = valuesIn(added);
  findings.push(
    ...checkAdded(joining, joined),
    ...checkIdentity(overlay.identity ?? [], joined),
    ...checkTargets(values, Object.keys(joined.definitions)),
    ...checkMasks(values, raw),
    ...checkSize(raw, valuesIn(raw)),
  );
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
  for (const { field, path } of added)
    if (requires(field, joined, new Set()))
      yield wrong(path, `requires ${field.name}, or what is in it`, "add optional fields only");
}

function requires(
  value: ValueSchema & { readonly required?: boolean },
  schema: LogSchema,
  seen: Set<string>,
): boolean {
  if (value.required) return true;
  if (value.type === "array") return requires(value.element, schema, seen);
  if (value.type === "object") return value.fields.some((field) => requires(field, schema, seen));
  if (value.type !== "ref" || seen.has(value.target)) return false;
  seen.add(value.target);
  const definition = new Map(Object.entries(schema.definitions)).get(value.target);
  return definition !== undefined && requires(definition, schema, seen);
}
