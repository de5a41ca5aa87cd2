import uniqBy from "lodash/uniqBy.js";
import { CaracalError } from "../base/caracal-error.ts";
import { type Issue, severityOf } from "../base/issue.ts";
import { wrong } from "../schema/finding.ts";
import { joinOverlay } from "../schema/join-overlay.ts";
import type { LogSchema, Overlay } from "../schema/log-schema.ts";
import { inspectOverlay, inspectSchema } from "../schema/read-schema.ts";
import { fileName } from "../schema/type-name.ts";
import type { YamlFile } from "../schema/yaml-file.ts";
import { readText } from "./read-text.ts";
import type { SchemaFiles } from "./schema-files.ts";

/** What a schema's file and its overlay say together. */
export interface SchemaRead {
  /** The schema's file, then its overlay's. */
  readonly files: readonly string[];
  /** The schema with its overlay in it; absent when one of the two is wrong. */
  readonly schema?: LogSchema;
  readonly overlay?: Overlay;
  /** Problems and doubts of both files. */
  readonly issues: readonly Issue[];
}

/** Reads schemas, each with its overlay. Two that would generate the same file are wrong, and so is an overlay alone. */
export async function readSchemaFiles(found: readonly SchemaFiles[]): Promise<SchemaRead[]> {
  const owners = new Map<string, string>();
  const each = uniqBy(found, ({ schema, overlay }) => schema ?? overlay);
  return (await Promise.all(each.map(readOne))).map(({ file, ...read }) => {
    const [source = ""] = read.files;
    if (read.schema === undefined || file === undefined) return read;
    const target = fileName(read.schema.schema);
    const owner = owners.get(target);
    if (owner === undefined) {
      owners.set(target, source);
      return read;
    }
    const twin = wrong(["schema"], `generates ${target}, as ${owner} does`, "give one of them another name");
    return { files: read.files, issues: [...file.locate([twin]), ...read.issues] };
  });
}

async function readOne({ schema, overlay }: SchemaFiles): Promise<SchemaRead & { file?: YamlFile }> {
  const files = [schema, overlay].filter((file) => file !== undefined);
  try {
    const more = overlay === undefined ? undefined : inspectOverlay(await readText(overlay), overlay);
    if (schema === undefined) return { files, issues: [...lonely(files), ...(more?.issues ?? [])] };
    const own = inspectSchema(await readText(schema), schema, more);
    const issues = [...own.issues, ...(more?.issues ?? [])];
    if (own.value === undefined) return { files, issues };
    if (more === undefined) return { files, issues, schema: own.value, file: own.file };
    if (more.draft === undefined) return { files, issues };
    const { joined, findings } = joinOverlay(own.value, more.draft);
    issues.push(...more.file.locate(findings));
    if (issues.some((issue) => severityOf(issue) === "error")) return { files, issues };
    return { files, issues, schema: joined, overlay: more.draft, file: own.file };
  } catch (error) {
    if (error instanceof CaracalError) return { files, issues: error.issues };
    throw error;
  }
}

function lonely([source = ""]: readonly string[]): Issue[] {
  const message = "there is no schema beside the overlay";
  const fix = `put it beside the ${source.replace(/^.*[\\/]|\.overlay(?=\.\w+$)/g, "")} that it adds to`;
  return [{ code: "SCHEMA_INVALID", source, message, fix }];
}
