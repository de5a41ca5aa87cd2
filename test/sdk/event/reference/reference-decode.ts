import { isJsonObject, type JsonObject, type JsonValue } from "../../../../sdk/base/json.ts";
import type { Refusal } from "../../../../sdk/event/decoding.ts";
import { type Marks, SCANNERS } from "../../../../sdk/event/indicators.ts";
import type { FieldIssue } from "../../../../sdk/event/standard-fields.ts";
import type { FieldSchema, ValueSchema } from "../../../../sdk/schema/field-schema.ts";
import type { LogSchema } from "../../../../sdk/schema/log-schema.ts";
import { expectedOf, foundOf, kindOf, referenceScalar } from "./reference-scalar.ts";
import { isValid, masked } from "./reference-text.ts";
import { referenceTransformation, sourcesOf } from "./reference-transformation.ts";

/** What a record says by its schema, read as slowly and as plainly as can be. */
export interface ReferenceReading {
  readonly event: unknown;
  readonly issues: readonly FieldIssue[];
  readonly unknown: ReadonlyMap<string, string>;
  readonly marks: Marks;
  readonly refusal: Refusal | undefined;
  readonly time: Date | undefined;
}

type Found = JsonValue | undefined;
type Resolved = Exclude<ValueSchema, { readonly type: "ref" }>;

/** The meaning of the schema language: walks the schema for every record, and generates nothing. */
export function referenceDecode(
  { definitions, fields: top }: LogSchema,
  record: JsonObject,
): ReferenceReading {
  const issues: FieldIssue[] = [];
  const unknown = new Map<string, string>();
  const marks: Marks = {};
  let refusal: Refusal | undefined;
  let time: Date | undefined;

  /** @param outside paths in the object that transformations of objects around it read */
  function objectOf(
    fields: readonly FieldSchema[],
    found: JsonObject,
    path: string,
    outside: string[][],
  ): object {
    const event = Object.create(null) as object;
    const values = referenceTransformation(fields, found);
    const sources = [...sourcesOf(fields), ...outside];
    for (const field of fields) {
      const inside = sources.filter(([key]) => key === field.name).map(([, ...rest]) => rest);
      const own = fieldOf(field, values.get(field.name), step(path, field.name), inside);
      if (own !== undefined) Object.defineProperty(event, field.name, { value: own, enumerable: true });
    }
    const known = new Set([...fields.map(({ name }) => name), ...sources.map(([key]) => key)]);
    for (const [key, value] of Object.entries(found))
      if (!known.has(key) && !unknown.has(step(path, key))) unknown.set(step(path, key), kindOf(value));
    return event;
  }

  function fieldOf(field: FieldSchema, found: Found, path: string, inside: string[][]): unknown {
    let own = valueOf(field, found, path, inside);
    if (Array.isArray(own) && resolve(field).type === "array" && own.length === 0 && !field.required)
      own = undefined;
    if (own === undefined) {
      if (field.required) refusal ??= { path, asked: "required", found: kindOf(found) };
      return undefined;
    }
    const stored = field.mask === undefined ? own : masked(own as string, field.mask);
    tell(field, stored);
    return stored;
  }

  function valueOf(value: ValueSchema, found: Found, path: string, inside: string[][] = []): unknown {
    const schema = resolve(value);
    const given = "isEmbeddedJSON" in schema && schema.isEmbeddedJSON ? parsed(found, path) : found;
    if (given === undefined || given === null) return undefined;
    switch (schema.type) {
      case "json":
        return given;
      case "object":
        if (!isJsonObject(given)) return issue(path, "object", kindOf(given));
        return objectOf(
          schema.fields,
          given,
          path,
          value.type === "ref" ? [] : inside.filter((rest) => rest.length > 0),
        );
      case "array":
        if (!Array.isArray(given)) return issue(path, "array", kindOf(given));
        return given
          .map((element: JsonValue) => valueOf(schema.element, element, step(path, "[]")))
          .filter((element) => element !== undefined);
      default: {
        if (given === "" && schema.type !== "string") return undefined;
        const scalar = referenceScalar(schema, given);
        if (scalar === undefined) return issue(path, expectedOf(schema), foundOf(schema, given));
        if (schema.type !== "string" || isValid(scalar as string, schema.validate)) return scalar;
        refusal ??= { path, asked: "validate", found: kindOf(scalar as string) };
        return undefined;
      }
    }
  }

  /** What a field's value says beside itself. Objects have told by themselves. */
  function tell(value: ValueSchema, own: unknown): void {
    const schema = resolve(value);
    if (schema.type === "array") for (const element of own as unknown[]) tell(schema.element, element);
    if (schema.type === "string")
      for (const indicator of schema.indicators ?? []) SCANNERS[indicator](own as string, marks);
    const isTime = schema.type === "timestamp" && schema.isEventTime;
    if (isTime && (own as Date).toISOString() !== "0001-01-01T00:00:00.000Z") time ??= own as Date;
  }

  function parsed(found: Found, path: string): Found {
    if (found === "") return undefined;
    if (typeof found !== "string") return found;
    try {
      return JSON.parse(found, exactly as (key: string, value: unknown) => unknown) as JsonValue;
    } catch {
      return issue(path, "text of JSON", kindOf(found));
    }
  }

  function issue(path: string, expected: string, found: string): undefined {
    const isNew = !issues.some((one) => one.path === path && one.found === found);
    if (isNew) issues.push({ path, expected, found });
  }

  function resolve(value: ValueSchema): Resolved {
    return value.type === "ref" ? resolve(definitions[value.target] as ValueSchema) : value;
  }

  const event = objectOf(top, record, "", []);
  return { event, issues, unknown, marks, refusal, time };
}

function step(path: string, key: string): string {
  return path === "" || key === "[]" ? path + key : `${path}.${key}`;
}

/** An integer that a number would round keeps its digits. */
function exactly(_key: string, value: JsonValue, { source = "" }: { readonly source?: string }): JsonValue {
  const size = /^-?[0-9]+$/.test(source) ? BigInt(source.replace("-", "")) : 0n;
  return size >= 2n ** 53n ? source : value;
}
