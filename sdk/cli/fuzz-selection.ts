import { resolve } from "node:path";
import escapeRegExp from "lodash/escapeRegExp.js";
import type { Issue } from "../base/issue.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import type { LogType } from "../event/log-type.ts";
import { setOrganization } from "../rule/organization.ts";
import type { Detection } from "../rule/step.ts";
import { nearest } from "../schema/nearest.ts";
import { findRuleFiles } from "./find-rule-files.ts";
import { loadRules } from "./load-rules.ts";
import { type Project, readProject } from "./read-project.ts";
import type { RulesOptions } from "./rules-options.ts";

/** A rule that was chosen, and its file. */
export interface SelectedRule {
  readonly rule: Detection;
  /** As the user names it. */
  readonly source: string;
}

/** What filters choose. */
export interface FuzzSelection {
  readonly rules: readonly SelectedRule[];
  readonly logTypes: readonly LogType[];
  readonly issues: readonly Issue[];
}

/**
 * The rules that filters name: ids, in which `*` stands for any text, or files, folders and packs.
 *
 * @param filters without one, all of the project
 * @param options where the rules of the project are, which bring log types too
 */
export async function selectFuzzRules(
  filters: readonly string[],
  options: RulesOptions,
): Promise<FuzzSelection> {
  const project = await readProject(options);
  setOrganization(project.organization);
  const loaded = await loadRules(project.rules, BUILT_IN_LOG_TYPES, project);
  const logTypes = new Map([...BUILT_IN_LOG_TYPES, ...loaded.logTypes].map((one) => [one.name, one]));
  const all = selectedOf(loaded);
  if (filters.length === 0) return { rules: all, logTypes: [...logTypes.values()], issues: loaded.issues };
  // What is not asked for may be broken, or not be there.
  const issues: Issue[] = [];
  const chosen = new Map<string, SelectedRule>();
  for (const filter of filters) {
    const pattern = new RegExp(`^${filter.split("*").map(escapeRegExp).join(".*")}$`, "i");
    let found = all.filter(({ rule }) => pattern.test(rule.id));
    const files = found.length > 0 ? undefined : await findRuleFiles(filter);
    if (files !== undefined) {
      found = all.filter(({ source }) => files.includes(resolve(source)));
      if (found.length === 0) {
        const own = await loadRules(filter, [...logTypes.values()], { ...project, areNamed: true });
        for (const one of own.logTypes) logTypes.set(one.name, one);
        issues.push(...own.issues);
        found = selectedOf(own);
      }
    }
    if (found.length === 0 && issues.length === 0) issues.push(unknown(filter, all, project));
    for (const one of found) chosen.set(one.rule.id, one);
  }
  return { rules: [...chosen.values()], logTypes: [...logTypes.values()], issues };
}

function selectedOf({ rules, files }: Awaited<ReturnType<typeof loadRules>>): SelectedRule[] {
  return rules.map((rule) => ({ rule, source: files.get(rule.id) ?? "" }));
}

function unknown(filter: string, all: readonly SelectedRule[], { rules }: Project): Issue {
  const guess = nearest(
    filter,
    all.map(({ rule }) => rule.id),
  );
  const at = rules.join(" and ");
  const where = all.length > 0 ? `no rule of ${at} has this id` : `there are no rules in ${at}`;
  const message = `${filter}: ${where}, and there is no such file, folder or pack`;
  return {
    code: "INPUT_NOT_FOUND",
    message,
    fix: guess === undefined ? "name a rule or a path" : `did you mean ${guess}?`,
  };
}
