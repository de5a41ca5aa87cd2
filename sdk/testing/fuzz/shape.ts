import { z } from "zod";
import type { LogType } from "../../event/log-type.ts";
import type { Place } from "./place.ts";

/** What a schema lets stand at a place of an event. */
export interface Shape {
  readonly kind: "text" | "integer" | "number" | "boolean" | "time" | "json" | "object" | "list";
  readonly isRequired: boolean;
  /** The fields of an object. */
  readonly fields: ReadonlyMap<string, Shape>;
  /** What a list holds. */
  readonly element?: Shape;
  /** The only texts that are allowed. */
  readonly allowed?: readonly string[];
}

interface JsonSchema {
  readonly type?: string;
  readonly isTime?: true;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
}

/** The shape of a log type's events. */
export function shapeOf(logType: LogType): Shape {
  const schema = z.toJSONSchema(logType.schema(), {
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      if (zodSchema instanceof z.ZodDate) Object.assign(jsonSchema, { isTime: true });
    },
  });
  return read(schema as JsonSchema, true);
}

const KINDS = new Map<string | undefined, Shape["kind"]>([
  ["string", "text"],
  ["integer", "integer"],
  ["number", "number"],
  ["boolean", "boolean"],
  ["object", "object"],
  ["array", "list"],
]);

function read(schema: JsonSchema, isRequired: boolean): Shape {
  const { type, isTime, items, properties = {}, required = [] } = schema;
  const allowed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  return {
    // What is left refers to a definition: any JSON.
    kind: isTime === true ? "time" : (KINDS.get(type) ?? "json"),
    isRequired,
    fields: new Map(
      Object.entries(properties).map(([name, own]) => [name, read(own, required.includes(name))]),
    ),
    ...(items && { element: read(items, true) }),
    ...(allowed && { allowed }),
  };
}

/** The shape at a place; `undefined` for one that no event has. Below JSON all is JSON. */
export function shapeAt(shape: Shape, place: Place): Shape | undefined {
  let found: Shape | undefined = shape;
  for (const key of place) {
    if (found === undefined || found.kind === "json") break;
    found = found.kind === "list" ? found.element : found.fields.get(key);
  }
  return found?.kind === "json" ? JSON_SHAPE : found;
}

const JSON_SHAPE: Shape = { kind: "json", isRequired: false, fields: new Map() };

/** The places of all fields that an event may lack, with those of a list's first element. */
export function optionalPlaces(shape: Shape, place: Place = []): Place[] {
  const inner = [...shape.fields].map(([name, field]) => ({ at: [...place, name], field }));
  const own = inner.filter(({ field }) => !field.isRequired).map(({ at }) => at);
  const below = inner.flatMap(({ at, field }) => optionalPlaces(field, at));
  const ofElement = shape.element === undefined ? [] : optionalPlaces(shape.element, [...place, "0"]);
  return [...own, ...below, ...ofElement];
}
