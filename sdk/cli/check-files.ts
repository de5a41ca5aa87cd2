import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import partition from "lodash/partition.js";
import sortBy from "lodash/sortBy.js";
import { formatIssue, type Issue, severityOf } from "../base/issue.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import type { LogType } from "../event/log-type.ts";
import { formatCount } from "../report/format-count.ts";
import { exitCodeOf } from "./exit-code.ts";
import { findRuleFiles } from "./find-rule-files.ts";
import { loadRules } from "./load-rules.ts";
import { readSchemaFiles } from "./read-schema-files.ts";
import { findSchemaFiles, type SchemaFiles } from "./schema-files.ts";

/** What the command line says of checking. */
export interface CheckOptions {
  readonly format: "pretty" | "json";
}

/** Where schemas and rules are when nothing else is said. */
const FOLDERS = ["schemas", "rules"];

const RULE_FILE = /\.[cm]?[jt]s$/;

/** Does what the command says, and tells the exit code. */
export async function checkFiles(paths: readonly string[], { format }: CheckOptions): Promise<number> {
  const checked = await checkPaths(paths);
  const findings = sortBy(checked.issues, ["source", "line", "column"]).map(
    ({ code, message, source, line, column, fix }) => ({
      code,
      severity: severityOf({ code }),
      message,
      ...(source !== undefined && { source }),
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      ...(fix !== undefined && { fix }),
    }),
  );
  const lines = findings.map((finding) => `${formatIssue(finding)}\n`).join("");
  process.stdout.write(format === "json" ? `${JSON.stringify(findings, undefined, 2)}\n` : lines);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = formatCount(findings.length - errors, "warning");
  process.stderr.write(
    `${formatCount(errors, "error")}, ${warnings} in ${formatCount(checked.files, "file")}\n`,
  );
  return exitCodeOf(findings);
}

async function checkPaths(named: readonly string[]): Promise<{ files: number; issues: Issue[] }> {
  const paths = named.length > 0 ? named : FOLDERS.filter((folder) => existsSync(folder));
  const schemaFiles: SchemaFiles[] = [];
  const logTypes: LogType[] = [...BUILT_IN_LOG_TYPES];
  const issues: Issue[] = [];
  const empty: Issue[] = [];
  let files = 0;
  for (const path of paths) {
    const schemas = (await findSchemaFiles(path)) ?? [];
    const rules = ((await findRuleFiles(path)) ?? []).filter((file) => RULE_FILE.test(file));
    schemaFiles.push(...schemas);
    files += rules.length;
    if (rules.length > 0) {
      const loaded = await loadRules(path, logTypes);
      logTypes.push(...loaded.logTypes);
      const [none, others] = partition(loaded.issues, ({ code }) => code === "RULES_NOT_FOUND");
      issues.push(...others);
      // A folder may hold schemas, or what was generated from them, and no rules.
      if (schemas.length + loaded.logTypes.length === 0) empty.push(...none);
    } else if (schemas.length === 0) empty.push(await nothingAt(path));
  }
  const read = await readSchemaFiles(schemaFiles);
  for (const one of read) {
    files += one.files.length;
    issues.push(...one.issues);
  }
  if (named.length > 0) issues.push(...empty);
  else if (empty.length === paths.length) {
    const message =
      "there is nothing to check: no schemas in the folder schemas, and no rules in the folder rules";
    issues.push({ code: "INPUT_NOT_FOUND", message, fix: "name schemas, rules, or folders of them" });
  }
  return { files, issues };
}

async function nothingAt(path: string): Promise<Issue> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) {
    const message = "it is neither a schema nor a rule file";
    const fix = "schemas end in .yml or .yaml, rule files in .ts, .mts, .js or .mjs";
    return { code: "INPUT_NOT_FOUND", source: path, message, fix };
  }
  const message = found === undefined ? "there is no such file or folder" : "there is nothing in it to check";
  return { code: "INPUT_NOT_FOUND", source: path, message, fix: "name schemas, rules, or folders of them" };
}
