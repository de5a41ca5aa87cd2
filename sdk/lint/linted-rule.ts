import type { Issue } from "../base/issue.ts";
import type { LogType } from "../event/log-type.ts";
import type { Detection } from "../rule/step.ts";
import { type Definition, placeOf } from "./find-definitions.ts";
import { issueAt } from "./source-module.ts";

/** A rule that is looked at: what it is, and where it is written. */
export interface LintedRule {
  readonly rule: Detection;
  /** The file that exports it, as the user names it. */
  readonly source: string;
  /** Where it is written; absent when no module that is looked at writes it. */
  readonly definition?: Definition;
}

/** What rules are looked at with. */
export interface LintContext {
  readonly logTypes: ReadonlyMap<string, LogType>;
  /** The moment at which exceptions have ended, or have not. */
  readonly now: Date;
}

/** An issue about a part of a rule, where it is written: `["reports", "MITRE ATLAS", 0]`. */
export function issueOn(
  { source, definition }: LintedRule,
  path: readonly PropertyKey[],
  issue: Pick<Issue, "code" | "message" | "fix">,
): Issue {
  return definition === undefined
    ? { ...issue, source }
    : issueAt(definition.module, placeOf(definition, path), issue);
}
