import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import isEqual from "lodash/isEqual.js";
import sortBy from "lodash/sortBy.js";
import uniqWith from "lodash/uniqWith.js";
import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue, type Issue, severityOf } from "../base/issue.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import { formatCount } from "../report/format-count.ts";
import { type Finding, sarif } from "../report/sarif.ts";
import { checkRules } from "./check-rules.ts";
import { exitCodeOf } from "./exit-code.ts";
import { findRuleFiles } from "./find-rule-files.ts";
import { loadRules } from "./load-rules.ts";
import { caracalFacts } from "./package-facts.ts";
import { type Project, readProject } from "./read-project.ts";
import type { RulesOptions } from "./rules-options.ts";
import { readSchemaFiles } from "./read-schema-files.ts";
import { findSchemaFiles, type SchemaFiles } from "./schema-files.ts";
import { isPack } from "./shipped-rules.ts";

/** What the command line says of checking. */
export interface CheckOptions extends RulesOptions {
  readonly format: "pretty" | "json" | "sarif";
  /** Whether a doubt alone fails the check. */
  readonly strict?: boolean;
}

/** Where schemas are when nothing else is said. */
const SCHEMAS = "schemas";

/** What a command ends with that found what it was asked to look for. */
const FINDINGS = 1;

const RULE_FILE = /\.[cm]?[jt]s$/;

/** Does what the command says, and tells the exit code. */
export async function checkFiles(
  paths: readonly string[],
  { format, strict = false, ...options }: CheckOptions,
): Promise<number> {
  const checked = await checkProject(paths, options);
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

interface Checked {
  readonly files: number;
  readonly issues: readonly Issue[];
}

/** Checks the configuration too; where that is no good, what it says does not count. */
async function checkProject(paths: readonly string[], options: RulesOptions): Promise<Checked> {
  const broken: Issue[] = [];
  const project = await readProject(options).catch(async (error: unknown) => {
    if (!(error instanceof CaracalError)) throw error;
    broken.push(...error.issues);
    return await readProject({ ...options, config: false });
  });
  const { files, issues } = await checkPaths(paths, project);
  const isConfigured = broken.length > 0 || project.configFile !== undefined;
  return { files: files + Number(isConfigured), issues: [...broken, ...issues] };
}

async function checkPaths(given: readonly string[], project: Project): Promise<Checked> {
  const named = given.length === 0 && project.areNamed ? project.rules : given;
  // The packs that come with Caracal are checked where they are made.
  const own = project.rules.filter((place) => !isPack(place));
  const paths = named.length > 0 ? named : [SCHEMAS, ...own].filter((place) => existsSync(place));
  const looked: { path: string; schemas: SchemaFiles[]; rules: string[] }[] = [];
  for (const path of paths) {
    const rules = ((await findRuleFiles(path)) ?? []).filter((file) => RULE_FILE.test(file));
    looked.push({ path, schemas: (await findSchemaFiles(path)) ?? [], rules });
  }
  const ruleFiles = [...new Set(looked.flatMap(({ rules }) => rules))];
  const { issues: found, holding } = await checkRules(ruleFiles, BUILT_IN_LOG_TYPES, project);
  const issues = [...found, ...(given.length > 0 ? [] : await configuredIssues(project))];
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
  else if (empty.length === paths.length && project.configFile === undefined) {
    const message =
      "there is nothing to check: no schemas in the folder schemas, and no rules in the folder rules";
    issues.push({ code: "INPUT_NOT_FOUND", message, fix: "name schemas, rules, or folders of them" });
  }
  return { files, issues };
}

/** What is wrong with the places and the overrides that a configuration names, packs among them. */
async function configuredIssues(project: Project): Promise<Issue[]> {
  if (project.configFile === undefined) return [];
  const { issues } = await loadRules(project.rules, BUILT_IN_LOG_TYPES, project);
  return issues.filter(({ code }) => code === "CONFIG_INVALID" || code === "RULES_NOT_FOUND");
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
