import { relative, resolve } from "node:path";
import differenceWith from "lodash/differenceWith.js";
import type { Issue } from "../base/issue.ts";
import { findDefinitions } from "../lint/find-definitions.ts";
import { lintRule } from "../lint/lint-rule.ts";
import type { LintContext, LintedRule } from "../lint/linted-rule.ts";
import type { SourceModule } from "../lint/source-module.ts";
import { derivedFrom } from "../rule/derived-from.ts";
import { readModules } from "./read-modules.ts";
import type { Overriding } from "./with-overrides.ts";

/** The overrides of a configuration, and the module in which they are written, if there are any. */
export interface LintedOverrides {
  readonly linted: readonly LintedRule[];
  readonly modules: readonly SourceModule[];
}

/** Overrides with the places where they are written, if all of them stand in the configuration's own text. */
export async function lintedOverrides({ overrides, configFile }: Overriding): Promise<LintedOverrides> {
  if (overrides.length === 0 || configFile === undefined) return { linted: [], modules: [] };
  const file = resolve(configFile);
  const module = (await readModules([file])).modules.get(file);
  const written = (module === undefined ? [] : findDefinitions(module)).filter(
    ({ by }) => by === "extendRule",
  );
  const source = relative(process.cwd(), file);
  const linted = overrides.map((rule, at) => {
    const definition = written.length === overrides.length ? written[at] : undefined;
    return { rule, source, ...(definition !== undefined && { definition }) };
  });
  return { linted, modules: module === undefined ? [] : [module] };
}

/** What is wrong with a derived rule and not with its base. */
export function ownIssues(linted: LintedRule, context: LintContext): Issue[] {
  const base = derivedFrom(linted.rule)?.base;
  const ofBase = base === undefined ? [] : lintRule({ rule: base, source: linted.source }, context);
  return differenceWith(lintRule(linted, context), ofBase, isSame);
}

function isSame(one: Issue, other: Issue): boolean {
  return one.code === other.code && one.message === other.message;
}
