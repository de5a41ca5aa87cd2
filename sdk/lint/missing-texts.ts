import type { Issue } from "../base/issue.ts";
import { issueOn, type LintedRule } from "./linted-rule.ts";

/** What people need of a rule and it does not say: its name, what it is about, what to do, which technique it finds. */
export function missingTexts(linted: LintedRule): Issue[] {
  const { rule } = linted;
  const { id } = rule;
  const tell = (code: Issue["code"], message: string, fix: string): Issue =>
    issueOn(linted, ["id"], { code, message: `${id} ${message}`, fix });
  const issues: Issue[] = [];
  const missing = (["displayName", "description"] as const).filter((key) => isEmpty(rule[key]));
  if (missing.length > 0)
    issues.push(
      tell(
        "RULE_TEXT_MISSING",
        `has no ${missing.join(" and no ")}, so people see an id, and guess`,
        "say what it finds, and what that may mean",
      ),
    );
  const informs = rule.severity === "INFO";
  if (!informs && rule.createAlert !== false && isEmpty(rule.runbook))
    issues.push(
      tell(
        "RULE_RUNBOOK_MISSING",
        "has no runbook, so whoever is paged has to find out alone",
        "say what to look at and what to do, in this order",
      ),
    );
  if (!informs && !Object.values(rule.reports ?? {}).some((ids) => ids.length > 0))
    issues.push(
      tell(
        "RULE_REPORT_MISSING",
        "reports no technique, so no matrix shows it",
        'add reports, such as { "MITRE ATT&CK": ["TA0001:T1078"] }',
      ),
    );
  return issues;
}

function isEmpty(text: unknown): boolean {
  return text === undefined || (typeof text === "string" && text.trim() === "");
}
