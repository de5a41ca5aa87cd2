import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue } from "../base/issue.ts";
import { buildBundle } from "../bundle/build-bundle.ts";
import { bundleSource } from "../bundle/bundle-source.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import { formatCount } from "../report/format-count.ts";
import { checkLogTypes } from "./check-log-types.ts";
import { exitCodeOf } from "./exit-code.ts";
import { importBundled } from "./import-bundled.ts";
import { loadRules } from "./load-rules.ts";
import { caracalFacts, projectFacts } from "./package-facts.ts";
import { readProject } from "./read-project.ts";
import type { RulesOptions } from "./rules-options.ts";

/** What the command line says of a bundle. */
export interface ExportOptions extends RulesOptions {
  readonly out?: string;
}

/** Does what the command says, and tells the exit code. */
export async function exportBundle({ out, ...options }: ExportOptions): Promise<number> {
  const read = await readProject(options);
  const { organization, overrides, configFile } = read;
  const { files, issues } = await loadRules(read.rules, BUILT_IN_LOG_TYPES, read);
  for (const issue of issues) process.stderr.write(`${formatIssue(issue)}\n`);
  // A bundle that lacks a rule without saying so would be worse than none.
  if (issues.length > 0) return exitCodeOf(issues);
  const [{ version: sdk, alias }, project] = await Promise.all([caracalFacts(), projectFacts(".")]);
  const sources = [...new Set(files.values())].map((file) => resolve(file));
  const source = await bundleSource({
    files: sources,
    root: process.cwd(),
    alias,
    organization,
    ...(configFile !== undefined && overrides.length > 0 && { overrides: resolve(configFile) }),
  });
  const rules = await importBundled(source.code, "the bundle");
  checkLogTypes(rules, read.rules.join(" "));
  const bytes = buildBundle({ ...project, sdk, source, rules });
  const path = out ?? `${project.name.replace(/[@/\\]+/g, "-").replace(/^-/, "")}-${project.version}.zip`;
  await writeFile(path, bytes).catch((cause: unknown) => {
    const message = `cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new CaracalError({ code: "OUTPUT_UNWRITABLE", source: path, message }, { cause });
  });
  process.stderr.write(`${path}: ${formatCount(rules.length, "rule")}, ${formatCount(bytes.length)} bytes\n`);
  return 0;
}
