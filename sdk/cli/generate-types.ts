import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue, type Issue } from "../base/issue.ts";
import { applyOverlay } from "../schema/apply-overlay.ts";
import { generateLogType } from "../schema/generate-log-type.ts";
import { readOverlay, readSchema } from "../schema/read-schema.ts";
import { fileName } from "../schema/type-name.ts";
import { exitCodeOf } from "./exit-code.ts";

const SCHEMA_FILE = /(?<!\.overlay)\.ya?ml$/;

/** What the command line says of generating. */
export interface GenerateOptions {
  readonly out: string;
  readonly check?: boolean;
  readonly runtime?: string;
  readonly registry?: string;
}

/** Does what the command says, and tells the exit code. */
export async function generateTypes(paths: readonly string[], options: GenerateOptions): Promise<number> {
  const issues = (await Promise.all(paths.map((path) => generateAt(path, options)))).flat();
  for (const issue of issues) process.stderr.write(`${formatIssue(issue)}\n`);
  return exitCodeOf(issues);
}

async function generateAt(path: string, options: GenerateOptions): Promise<readonly Issue[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined)
    return [{ code: "INPUT_NOT_FOUND", source: path, message: "there is no such schema or folder" }];
  const names = found.isDirectory()
    ? (await readdir(path)).filter((name) => SCHEMA_FILE.test(name)).toSorted()
    : [];
  if (found.isDirectory() && names.length === 0) {
    return [
      {
        code: "INPUT_NOT_FOUND",
        source: path,
        message: "the folder holds no schema",
        fix: "schemas end in .yml or .yaml",
      },
    ];
  }
  const files = found.isDirectory() ? names.map((name) => join(path, name)) : [path];
  return (await Promise.all(files.map((file) => generateFile(file, options)))).flat();
}

async function generateFile(file: string, options: GenerateOptions): Promise<readonly Issue[]> {
  try {
    const { name, text } = await generated(file, options);
    const target = join(options.out, name);
    const present = await readFile(target, "utf8").catch(() => undefined);
    if (present === text) return [];
    if (options.check === true) {
      const message = `${present === undefined ? "is missing" : "is not"} what ${file} generates`;
      return [
        { code: "GENERATED_STALE", source: target, message, fix: "run the same command without --check" },
      ];
    }
    await mkdir(options.out, { recursive: true });
    await writeFile(target, text);
    process.stderr.write(`${target} written\n`);
    return [];
  } catch (error) {
    if (error instanceof CaracalError) return error.issues.map((issue) => ({ source: file, ...issue }));
    throw error;
  }
}

async function generated(
  file: string,
  { runtime, registry }: GenerateOptions,
): Promise<{ name: string; text: string }> {
  const schema = readSchema(await readFile(file, "utf8"), file);
  const beside = file.replace(/(\.ya?ml)$/, ".overlay$1");
  const overlay = existsSync(beside) ? readOverlay(await readFile(beside, "utf8"), beside) : undefined;
  const from = [file, ...(overlay === undefined ? [] : [beside])].map((path) => basename(path));
  const options = {
    from,
    ...(runtime !== undefined && { runtime }),
    ...(registry !== undefined && { registry }),
  };
  const text = generateLogType(
    overlay === undefined ? schema : applyOverlay(schema, overlay),
    overlay,
    options,
  );
  return { name: fileName(schema.schema), text };
}
