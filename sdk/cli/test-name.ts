import escapeRegExp from "lodash/escapeRegExp.js";
import type { CaseResult } from "../testing/reporter/test-results.ts";

/** A test's name with those of its suites, as vitest compares it. */
export function fullName(path: CaseResult["path"]): string {
  return path.join(" > ");
}

/** What fits a name that has one of some texts in it, in any case. */
export function namePattern(names: readonly string[]): RegExp {
  return new RegExp(names.map(escapeRegExp).join("|"), "i");
}
