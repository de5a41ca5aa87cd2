import type { Issue } from "../base/issue.ts";
import { callbacksOf } from "./callbacks-of.ts";
import type { LintedRule } from "./linted-rule.ts";
import { issueAt } from "./source-module.ts";

/** Functions of a rule that return a promise, or a generator, where a value is asked for. */
export function asyncCallbacks({ rule, definition }: LintedRule): Issue[] {
  if (definition === undefined) return [];
  return callbacksOf(rule, definition, new Map()).flatMap(({ path, fn }) => {
    if (fn.async !== true && fn.generator !== true) return [];
    const what = fn.async === true ? "is async: it returns a promise" : "is a generator";
    const message = `${path} ${what}, which is never the value that is asked for`;
    const fix = "make it a plain function: a rule has nothing to wait for";
    return [issueAt(definition.module, fn, { code: "RULE_IMPURE", message, fix })];
  });
}
