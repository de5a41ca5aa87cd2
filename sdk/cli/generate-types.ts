import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { formatIssue, type Issue, severityOf } from "../base/issue.ts";
import { GENERATED, generateLogType } from "../schema/generate-log-type.ts";
import { fileName } from "../schema/type-name.ts";
import { exitCodeOf } from "./exit-code.ts";
import { readSchemaFiles, type SchemaRead } from "./read-schema-files.ts";
import { findSchemaFiles, type SchemaFiles } from "./schema-files.ts";

/** What the command line says of generating. */
export interface GenerateOptions {
  readonly out: string;
  readonly check?: boolean;
  readonly runtime?: string;
  readonly registry?: string;
}

/** Does what the command says, and tells the exit code. Doubts about a schema are for `caracal check` to tell. */
export async function generateTypes(paths: readonly string[], options: GenerateOptions): Promise<number> {
  const files: SchemaFiles[] = [];
  const issues: Issue[] = [];
  for (const path of paths) {
    const found = await findSchemaFiles(path);
    files.push(...(found ?? []));
    if (found === undefined)
      issues.push({ code: "INPUT_NOT_FOUND", source: path, message: "there is no such schema or folder" });
    else if (found.length === 0) {
      const message = "there is no schema in it";
      issues.push({ code: "INPUT_NOT_FOUND", source: path, message, fix: "schemas end in .yml or .yaml" });
    }
  }
  const read = await readSchemaFiles(files);
  for (const one of read) issues.push(...(await generate(one, options)));
  const isWhole = issues.every(({ code }) => code === "GENERATED_STALE");
  const folders = await Promise.all(paths.map(isFolder));
  // A schema that is wrong or was not found is not gone.
  if (options.check === true && isWhole && folders.includes(true))
    issues.push(...(await leftOver(read, options.out)));
  for (const issue of issues) process.stderr.write(`${formatIssue(issue)}\n`);
  return exitCodeOf(issues);
}

async function generate(
  { files, schema, overlay, issues }: SchemaRead,
  { out, check, runtime, registry }: GenerateOptions,
): Promise<readonly Issue[]> {
  if (schema === undefined) return issues.filter((issue) => severityOf(issue) === "error");
  const text = generateLogType(schema, overlay, {
    from: files.map((path) => basename(path)),
    ...(runtime !== undefined && { runtime }),
    ...(registry !== undefined && { registry }),
  });
  const target = join(out, fileName(schema.schema));
  const present = await readFile(target, "utf8").catch(() => undefined);
  if (present === text) return [];
  if (check === true) {
    const message = `${present === undefined ? "is missing" : "is not"} what ${files[0]} generates`;
    return [
      { code: "GENERATED_STALE", source: target, message, fix: "run the same command without --check" },
    ];
  }
  await mkdir(out, { recursive: true });
  await writeFile(target, text);
  process.stderr.write(`${target} written\n`);
  return [];
}

/** Generated files that no schema generates any more. */
async function leftOver(read: readonly SchemaRead[], out: string): Promise<Issue[]> {
  const names = new Set(read.map(({ schema }) => schema && fileName(schema.schema)));
  const issues: Issue[] = [];
  const present: string[] = await readdir(out).catch(() => []);
  for (const name of present.toSorted()) {
    if (!name.endsWith(".ts") || names.has(name)) continue;
    const source = join(out, name);
    const text = await readFile(source, "utf8").catch(() => "");
    if (text.startsWith(GENERATED))
      issues.push({ code: "GENERATED_STALE", source, message: "no schema generates it", fix: "delete it" });
  }
  return issues;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
