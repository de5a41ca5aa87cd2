import type { Issue } from "../base/issue.ts";
import { isCorrelation } from "../rule/correlation.ts";
import { pathOfException } from "./find-definitions.ts";
import { issueOn, type LintContext, type LintedRule } from "./linted-rule.ts";

/** How long before its end an exception is told of, in days. */
const NOTICE = 30;

const DAY = 86_400_000;

/** Exceptions that no longer apply, and those that soon will not. */
export function exceptions(linted: LintedRule, { now }: Pick<LintContext, "now">): Issue[] {
  const { rule, definition } = linted;
  if (isCorrelation(rule)) return [];
  return (rule.exceptions ?? []).flatMap(({ id, owner, expires }) => {
    const left = Math.ceil((Date.parse(expires) - now.getTime()) / DAY);
    if (left > NOTICE) return [];
    const message =
      left <= 0
        ? `the exception ${id} of ${rule.id} ended on ${expires}, so the rule matches what it left alone`
        : `the exception ${id} of ${rule.id} ends on ${expires}, in ${left} day${left === 1 ? "" : "s"}; then the rule matches what it leaves alone`;
    const fix = `ask its owner, ${owner}, whether to remove it or to set a later day`;
    const path = definition === undefined ? [] : pathOfException(definition, id);
    return [
      issueOn(linted, path.length === 0 ? ["id"] : [...path, "expires"], {
        code: "RULE_EXCEPTION_EXPIRED",
        message,
        fix,
      }),
    ];
  });
}
