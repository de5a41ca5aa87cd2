import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import isEqual from "lodash/isEqual.js";
import sortBy from "lodash/sortBy.js";
import uniqWith from "lodash/uniqWith.js";
import { formatIssue, type Issue, severityOf } from "../base/issue.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import { formatCount } from "../report/format-count.ts";
import { type Finding, sarif } from "../report/sarif.ts";
import { checkRules } from "./check-rules.ts";
import { exitCodeOf } from "./exit-code.ts";
import { findRuleFiles } from "./find-rule-files.ts";
import { caracalFacts } from "./package-facts.ts";
import { readSchemaFiles } from "./read-schema-files.ts";
import { findSchemaFiles, type SchemaFiles } from "./schema-files.ts";

/** What the command line says of checking. */
export interface CheckOptions {
  readonly format: "pretty" | "json" | "sarif";
  /** Whether a doubt alone fails the check. */
  readonly strict?: boolean;
}

/** Where schemas and rules are when nothing else is said. */
const FOLDERS = ["schemas", "rules"];

/** What a command ends with that found what it was asked to look for. */
const FINDINGS = 1;

const RULE_FILE = /\.[cm]?[jt]s$/;

/** Does what the command says, and tells the exit code. */
export async function checkFiles(
  paths: readonly string[],
  { format, strict = false }: CheckOptions,
): Promise<number> {
  const checked = await checkPaths(paths);
  const findings = sortBy(uniqWith(checked.issues, isEqual), ["source", "line", "column"]).map(
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
  process.stdout.write(await written(findings, format));
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  process.stderr.write(
    `${formatCount(errors, "error")}, ${formatCount(warnings, "warning")} in ${formatCount(checked.files, "file")}\n`,
  );
  return Math.max(exitCodeOf(findings), strict && warnings > 0 ? FINDINGS : 0);
}

async function written(findings: readonly Finding[], format: CheckOptions["format"]): Promise<string> {
  if (format === "json") return `${JSON.stringify(findings, undefined, 2)}\n`;
  if (format === "sarif") return sarif(findings, (await caracalFacts()).version);
  return findings.map((finding) => `${formatIssue(finding)}\n`).join("");
}

async function checkPaths(named: readonly string[]): Promise<{ files: number; issues: Issue[] }> {
  const paths = named.length > 0 ? named : FOLDERS.filter((folder) => existsSync(folder));
  const looked: { path: string; schemas: SchemaFiles[]; rules: string[] }[] = [];
  for (const path of paths) {
    const rules = ((await findRuleFiles(path)) ?? []).filter((file) => RULE_FILE.test(file));
    looked.push({ path, schemas: (await findSchemaFiles(path)) ?? [], rules });
  }
  const ruleFiles = [...new Set(looked.flatMap(({ rules }) => rules))];
  const { issues: found, holding } = await checkRules(ruleFiles, BUILT_IN_LOG_TYPES);
  const issues = [...found];
  let files = ruleFiles.length;
  const empty: Issue[] = [];
  for (const { path, schemas, rules } of looked) {
    if (schemas.length > 0 || rules.some((file) => holding.has(file))) continue;
    empty.push(rules.length === 0 ? await nothingAt(path) : noRuleIn(path));
  }
  const read = await readSchemaFiles(looked.flatMap(({ schemas }) => schemas));
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

function noRuleIn(path: string): Issue {
  const message = "no file exports a rule made with defineRule, or a correlation";
  return { code: "RULES_NOT_FOUND", source: path, message, fix: "export one, as default or by name" };
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
