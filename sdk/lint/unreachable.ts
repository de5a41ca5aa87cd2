import type { Issue } from "../base/issue.ts";
import { isCorrelation } from "../rule/correlation.ts";
import { type Definition, pathOfException, placeOf, propertyOf } from "./find-definitions.ts";
import { functionOf } from "./bindings.ts";
import { UNKNOWN, constantOf, hasUnknown } from "./constant-of.ts";
import { issueOn, type LintedRule } from "./linted-rule.ts";
import { isFunction, unwrap } from "./value-nodes.ts";
import { isNode } from "./syntax-node.ts";

/** What can never happen: conditions that are always false, and thresholds that no group reaches. */
export function unreachable(linted: LintedRule): Issue[] {
  const { rule, definition } = linted;
  if (definition === undefined || isCorrelation(rule)) return [];
  const issues: Issue[] = [];
  const tell = (path: readonly PropertyKey[], message: string, fix: string): void => {
    issues.push(issueOn(linted, path, { code: "RULE_UNREACHABLE", message: `${rule.id}: ${message}`, fix }));
  };
  if (returned(definition, ["detect"]) === false)
    tell(["detect"], "detect is always false, so it never matches", "write enabled: false to switch it off");
  for (const { id } of rule.exceptions ?? []) {
    const path = [...pathOfException(definition, id), "when"];
    if (path.length > 1 && returned(definition, path) === true)
      tell(path, `the exception ${id} leaves everything alone, so it never matches`, "narrow it");
  }
  const { threshold } = rule;
  if (typeof threshold !== "object") return issues;
  if (threshold.ratio !== undefined && returned(definition, ["threshold", "ratio"]) === false)
    tell(
      ["threshold", "ratio"],
      "no match is of the kind, so the share is always 0",
      "say which matches are",
    );
  for (const measure of ["sum", "baseline"] as const)
    if (threshold[measure] !== undefined && returned(definition, ["threshold", measure]) === 0)
      tell(["threshold", measure], `every match adds 0, so ${measure} stays 0`, "say what a match adds");
  if (threshold.unique === undefined || threshold.atLeast === 1) return issues;
  const fixed = returned(definition, ["threshold", "unique"]);
  if (!hasUnknown(fixed) && fixed !== undefined)
    tell(["threshold", "unique"], "every match has the same value", "say what is to be different");
  else if (isSameAsDedup(definition))
    tell(
      ["threshold", "unique"],
      `a group has one value of what it is grouped by, so ${threshold.atLeast} different ones never come`,
      "count by something else than dedup does",
    );
  return issues;
}

/** What a function of the rule always returns, as far as it is one expression that the text tells. */
function returned(definition: Definition, path: readonly PropertyKey[]): unknown {
  const fn = functionOf(unwrap(placeOf(definition, path)), definition.top);
  if (fn === undefined || !isNode(fn.body)) return UNKNOWN;
  const body = fn.body;
  return body.type === "BlockStatement" || isFunction(body) ? UNKNOWN : constantOf(body, definition.top);
}

function isSameAsDedup(definition: Definition): boolean {
  if (propertyOf(definition.object, "dedup") === undefined) return false;
  const textAt = (path: readonly string[]): string => {
    const { start, end } = placeOf(definition, path);
    return definition.module.text.slice(start, end).replaceAll(/\s+/g, "");
  };
  return textAt(["dedup"]) === textAt(["threshold", "unique"]);
}
