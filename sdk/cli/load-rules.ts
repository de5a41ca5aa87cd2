import { relative } from "node:path";
import type { Issue } from "../base/issue.ts";
import type { LogType } from "../event/log-type.ts";
import type { Detection } from "../rule/step.ts";
import { defineDetection } from "./define-detection.ts";
import { findRuleFiles } from "./find-rule-files.ts";
import { type ExportedRule, importRules } from "./import-rules.ts";
import { loadIssues } from "./load-issues.ts";
import { type LoadedDetection, runnableDetections } from "./runnable-detections.ts";
import { type Overriding, withOverrides } from "./with-overrides.ts";

/** What a folder of rules holds. */
export interface LoadedRules {
  readonly rules: readonly Detection[];
  /** Log types that the folder brings beside its rules. */
  readonly logTypes: readonly LogType[];
  /** The files that rules came from, by rule id. */
  readonly files: ReadonlyMap<string, string>;
  /** Files that do not load and rules that cannot run; the others are unaffected. */
  readonly issues: readonly Issue[];
}

/**
 * Loads every rule that the files of folders export, by default or by name. One that several export is one.
 *
 * @param at a folder, a file, or the name of a pack that comes with Caracal, or several of them
 * @param known the log types that are there anyway
 * @param project what overrides rules
 */
export async function loadRules(
  at: string | readonly string[],
  known: readonly LogType[],
  project?: Overriding,
): Promise<LoadedRules> {
  const places = await Promise.all(
    [at].flat().map(async (place) => ({ place, files: await findRuleFiles(place) })),
  );
  const imported = await importRules([...new Set(places.flatMap(({ files = [] }) => files))]);
  const found: Found = { rules: new Map(), issues: [] };
  for (const { place, files } of places)
    if (
      files === undefined ||
      !files.some((file) => imported.holding.has(file) || imported.failures.has(file))
    )
      found.issues.push(nothingAt(place, files));
  for (const [file, reason] of imported.failures)
    found.issues.push(...loadIssues(reason, file, relative(process.cwd(), file)));
  for (const one of imported.rules) collect(one, found);
  const knownNames = new Set(known.map(({ name }) => name));
  const own = [...imported.logTypes.keys()].filter(({ name }) => !knownNames.has(name));
  const logTypes = [...new Map(own.map((one) => [one.name, one])).values()];
  const names = new Set([...known, ...logTypes].map(({ name }) => name));
  const overridden = await withOverrides([...found.rules.values()], project);
  const { runnable: entries, issues } = runnableDetections(overridden.rules, names);
  found.issues.push(...overridden.issues, ...issues);
  return {
    rules: entries.map(({ rule }) => rule),
    logTypes,
    files: new Map(entries.map(({ rule, source }) => [rule.id, source])),
    issues: found.issues,
  };
}

interface Found {
  readonly rules: Map<string, LoadedDetection>;
  readonly issues: Issue[];
}

function collect({ value, source }: ExportedRule, { rules, issues }: Found): void {
  const present = rules.get(value.id);
  if (present !== undefined) {
    const message = `the id ${value.id} is taken by a rule in ${present.source}`;
    issues.push({ code: "RULE_ID_DUPLICATE", source, message, fix: "give one of them another id" });
    return;
  }
  try {
    rules.set(value.id, { rule: defineDetection(value), source });
  } catch (error) {
    issues.push(...loadIssues(error, source, source));
  }
}

function nothingAt(source: string, files: readonly string[] | undefined): Issue {
  const code = "RULES_NOT_FOUND";
  if (files !== undefined)
    return { code, source, message: "no file exports a rule made with defineRule, or a correlation" };
  const fix = "name a folder of rules, a rule file, or a pack such as aws-bedrock";
  return { code, source, message: "there is no such folder, file or pack", fix };
}
