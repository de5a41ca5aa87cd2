import { relative } from "node:path";
import type { Issue } from "../base/issue.ts";
import { countOutcome, type TestOutcome, withoutColours } from "./test-text.ts";

/** Results as JSON: how many, each case with the rules that it asked, rules without cases, and what else is wrong. */
export function testJson(outcome: TestOutcome): string {
  const { results, findings } = outcome;
  const counts = countOutcome(outcome);
  const tests = results.map(({ group, file, path, state, milliseconds, notes, failures }) => ({
    rules: [...new Set(notes.map(({ rule }) => rule))],
    group,
    file,
    name: path.join(" > "),
    state,
    milliseconds,
    failures: failures.map(({ name, message, diff, frames }) => ({
      name,
      message: withoutColours(message),
      ...(diff !== undefined && { diff: withoutColours(diff) }),
      places: frames.map((frame) => ({ ...frame, file: relative(process.cwd(), frame.file) })),
    })),
  }));
  const report = {
    success: counts.failed === 0,
    ...counts,
    tests,
    untested: findings.filter(isUntested),
    errors: findings.filter((issue) => !isUntested(issue)),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function isUntested({ code }: Issue): boolean {
  return code === "RULE_UNTESTED";
}
