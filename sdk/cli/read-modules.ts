import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { CaracalError } from "../base/caracal-error.ts";
import type { Issue } from "../base/issue.ts";
import { importsOf } from "../lint/imports.ts";
import { parseModule } from "../lint/parse-module.ts";
import type { SourceModule } from "../lint/source-module.ts";
import { importedFile } from "./imported-file.ts";

const MODULE = /\.[cm]?[jt]s$/;

/** Modules, what they import, and those that do not parse. */
export interface ReadModules {
  /** The text of each file, also of those that are no modules, such as JSON. */
  readonly texts: ReadonlyMap<string, string>;
  /** By file. */
  readonly modules: ReadonlyMap<string, SourceModule>;
  readonly issues: readonly Issue[];
}

/** Reads modules and all that they import by relative paths, each once, without running them. */
export async function readModules(files: readonly string[]): Promise<ReadModules> {
  const texts = new Map<string, string>();
  const modules = new Map<string, SourceModule>();
  const issues: Issue[] = [];
  const seen = new Set(files);
  for (const file of seen) {
    const text = await readFile(file, "utf8");
    texts.set(file, text);
    if (!MODULE.test(file)) continue;
    const source = relative(process.cwd(), file);
    try {
      const module = { source, text, tree: await parseModule(text, file) };
      modules.set(file, module);
      for (const { from } of importsOf(module)) {
        const target = importedFile(from, file);
        if (target !== undefined) seen.add(target);
      }
    } catch (error) {
      if (!(error instanceof CaracalError)) throw error;
      const isMissing = error.issues.some(({ code }) => code === "TOOL_MISSING");
      issues.push(...error.issues.map((issue) => (isMissing ? issue : { ...issue, source })));
      if (isMissing) return { texts, modules, issues };
    }
  }
  return { texts, modules, issues };
}
