import { readFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemaOf } from "../../../sdk/schema/json-schema.ts";
import { logSchema, overlaySchema } from "../../../sdk/schema/log-schema.ts";
import { schemaReference } from "./schema-reference.ts";

export const REPOSITORY = join(import.meta.dirname, "../../..");

/** The files that are made from the model of the schema language, by their path in the repository. */
export function modelFiles(): ReadonlyMap<string, string> {
  return new Map([
    ["sdk/schema/generated/log-schema.json", jsonText(logSchema)],
    ["sdk/schema/generated/overlay-schema.json", jsonText(overlaySchema)],
    ["docs/schema-reference.md", schemaReference()],
  ]);
}

/** The files among them that are missing or are not what the model makes. */
export function staleFiles(): string[] {
  return [...modelFiles()].flatMap(([path, text]) => (textOf(join(REPOSITORY, path)) === text ? [] : [path]));
}

function jsonText(model: Parameters<typeof jsonSchemaOf>[0]): string {
  return `${JSON.stringify(jsonSchemaOf(model), undefined, 2)}\n`;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
