import { z } from "zod";

/** A JSON Schema, as far as what is made here goes. */
export interface JsonSchema {
  readonly [key: string]: unknown;
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** The JSON Schema (draft 7, which editors read) of what a file may say. What goes beyond shape is not in it. */
export function jsonSchemaOf(model: z.ZodType): JsonSchema {
  const { definitions = {}, ...rest } = z.toJSONSchema(model, {
    io: "input",
    target: "draft-7",
  }) as JsonSchema;
  // What is recursive comes with names that are made up and stand for the given ones.
  const targets = new Map(
    Object.entries(definitions).map(([name, { allOf }]) => [`#/definitions/${name}`, allOf?.[0]?.$ref]),
  );
  const named = Object.entries(definitions).filter(
    ([name]) => targets.get(`#/definitions/${name}`) === undefined,
  );
  return JSON.parse(
    JSON.stringify(
      { ...rest, definitions: Object.fromEntries(named) },
      function (this: JsonSchema, key, value) {
        if (key !== "$ref") return value as unknown;
        // Beside a $ref nothing else counts.
        return this.allOf === undefined ? (targets.get(value as string) ?? (value as unknown)) : undefined;
      },
    ),
  ) as JsonSchema;
}
