import sortBy from "lodash/sortBy.js";
import type { Issue } from "../base/issue.ts";
import type { LogType } from "../event/log-type.ts";
import { fileName } from "../lint/file-name.ts";
import { type Definition, findDefinitions } from "../lint/find-definitions.ts";
import { withoutIgnored } from "../lint/ignores.ts";
import { regexJudge } from "../lint/judge-regex.ts";
import { lintModule, lintRule } from "../lint/lint-rule.ts";
import { issueOn, type LintedRule } from "../lint/linted-rule.ts";
import { placed } from "../lint/metadata-issues.ts";
import { regexes, regexesIn } from "../lint/regexes.ts";
import { isCorrelation } from "../rule/correlation.ts";
import type { Detection } from "../rule/step.ts";
import { defineDetection } from "./define-detection.ts";
import { type ExportedRule, importRules } from "./import-rules.ts";
import { importedFile } from "./imported-file.ts";
import { loadFailures } from "./load-failures.ts";
import { loadIssues } from "./load-issues.ts";
import { readModules } from "./read-modules.ts";
import { lintedOverrides, ownIssues } from "./linted-overrides.ts";
import { runnableDetections } from "./runnable-detections.ts";
import { type Overriding, withOverrides } from "./with-overrides.ts";

/** What came of checking rule files. */
export interface CheckedRules {
  readonly issues: readonly Issue[];
  /** The files that hold something: a rule, a log type, or what does not load. */
  readonly holding: ReadonlySet<string>;
}

/**
 * Checks all that rule files export, and how it is written, also in modules that they import by relative paths.
 *
 * @param known the log types that are there anyway
 * @param project what overrides the rules
 */
export async function checkRules(
  files: readonly string[],
  known: readonly LogType[],
  project: Overriding,
): Promise<CheckedRules> {
  const { rules, logTypes, failures, ...imported } = await importRules(files);
  const holding = new Set([...imported.holding, ...logTypes.values(), ...failures.keys()]);
  const roots = files.filter((file) => failures.has(file) || rules.some((rule) => rule.file === file));
  const read = await readModules(roots);
  const overrides = await lintedOverrides(project);
  const written = [...read.modules.values(), ...overrides.modules];
  const definitions = written.flatMap(findDefinitions);
  const broken = loadFailures(failures, definitions, read);
  const { linted, issues: refused } = lintedRules(rules, definitions);
  const overridden = await withOverrides(linted, { ...project, areNamed: true });
  const byName = new Map([...known, ...logTypes.keys()].map((one) => [one.name, one]));
  const context = { logTypes: byName, now: new Date() };
  const needsJudge = written.some((module) => regexesIn(module).length > 0);
  const judge = needsJudge ? await regexJudge() : undefined;
  const issues = [
    ...broken,
    ...refused,
    ...overridden.issues,
    ...unrunnable(overridden.rules, new Set(byName.keys())),
    ...overrides.linted.flatMap((one) => ownIssues(one, context)),
    ...linted.flatMap((one) => [...lintRule(one, context), ...fileName(one, isAlone(one, definitions))]),
    ...[...read.modules].flatMap(([file, module]) =>
      lintModule(module, (from) => read.modules.get(importedFile(from, file) ?? "")),
    ),
    ...overrides.modules.flatMap((module) => lintModule(module)),
    ...(await regexes(written, judge)),
  ];
  return { issues: withoutIgnored(issues, written), holding };
}

/** Rules with the place where they are written, and why others are none. */
function lintedRules(
  rules: readonly ExportedRule[],
  definitions: readonly Definition[],
): { readonly linted: readonly LintedRule[]; readonly issues: readonly Issue[] } {
  const taken = new Map<string, LintedRule>();
  const linted: LintedRule[] = [];
  const issues: Issue[] = [];
  // A module lists its exports by name; of two with one id, the later in the text is the one too many.
  for (const one of sortBy(located(rules, definitions), ({ definition }) => definition?.object.start)) {
    const { rule, source, definition } = one;
    try {
      defineDetection(rule);
      linted.push(one);
    } catch (error) {
      issues.push(...placed(loadIssues(error, source, source), definition));
    }
    const first = taken.get(rule.id);
    if (first === undefined) taken.set(rule.id, one);
    else issues.push(issueOn(one, ["id"], duplicateOf(first)));
  }
  return { linted, issues };
}

function located(rules: readonly ExportedRule[], definitions: readonly Definition[]): LintedRule[] {
  const left = new Set(definitions);
  return rules.map((exported) => {
    const definition = definitionOf(exported, [...left]);
    // Where the text does not tell the id, it may make several rules.
    if (definition?.id !== undefined) left.delete(definition);
    const { value: rule, source } = exported;
    return { rule, source, ...(definition !== undefined && { definition }) };
  });
}

function duplicateOf(first: LintedRule): Pick<Issue, "code" | "message" | "fix"> {
  const code = "RULE_ID_DUPLICATE";
  const { source, line, column } = issueOn(first, ["id"], { code, message: "" });
  const place = [source, line, column].filter((part) => part !== undefined).join(":");
  const message = `the id ${first.rule.id} is taken by a rule at ${place}`;
  return { code, message, fix: "give one of them another id" };
}

/** Where a rule is written: in its file if it can be, else in one that its file imports. */
function definitionOf(
  { value, source, name }: ExportedRule,
  left: readonly Definition[],
): Definition | undefined {
  const own = left.filter(({ module }) => module.source === source);
  const isIt = ({ id }: Definition): boolean => id === value.id;
  const nameless = own.filter(({ id }) => id === undefined);
  return (
    own.find((one) => isIt(one) && (name === "default" || one.name === name)) ??
    own.find(isIt) ??
    left.find(isIt) ??
    nameless.find((one) => one.name === name) ??
    (nameless.length === 1 ? nameless[0] : undefined)
  );
}

/** Rules that cannot run, for want of a log type or of the rules of their steps. */
function unrunnable(linted: readonly LintedRule[], known: ReadonlySet<string>): Issue[] {
  return runnableDetections(linted, known).issues.map((issue) => {
    const one = linted.find(({ rule }) => issue.message.startsWith(`${rule.id} `));
    return one === undefined ? issue : issueOn(one, pathOf(one.rule, issue.message, known), issue);
  });
}

function pathOf(rule: Detection, message: string, known: ReadonlySet<string>): PropertyKey[] {
  if (!isCorrelation(rule)) return ["logTypes", rule.logTypes.findIndex((name) => !known.has(name))];
  const step = Object.entries(rule.steps).find(([, { rule: over }]) => message.includes(` ${over.id}`));
  return ["steps", ...(step === undefined ? [] : [step[0]])];
}

function isAlone({ definition }: LintedRule, definitions: readonly Definition[]): boolean {
  return definitions.filter(({ module }) => module === definition?.module).length === 1;
}
