import type { Issue } from "../base/issue.ts";
import { nearest } from "../schema/nearest.ts";
import type { CaseResult } from "../testing/reporter/test-results.ts";
import { fullName, namePattern } from "./test-name.ts";
import type { RuleToTest } from "./test-rules.ts";

/** Ids that are listed where none is near. */
const MOST_LISTED = 5;

/**
 * Filters that have selected nothing, each with the rule that is likely meant.
 *
 * @param names the filters that are a part of a test's name if they are anything
 * @param name what every test was to have in its name
 * @param results of the tests that were selected
 */
export function emptyFilters(
  names: readonly string[],
  name: string | undefined,
  rules: readonly RuleToTest[],
  results: readonly CaseResult[],
): Issue[] {
  const isNone = (text: string): boolean =>
    !results.some(({ path }) => namePattern([text]).test(fullName(path)));
  const empty = names.filter(isNone).map((filter): Issue => {
    const message = `${filter} is the id of no rule, and no part of a test file's path, a rule file's path or a test's name`;
    return { code: "ARGUMENT_INVALID", message, ...(rules.length > 0 && { fix: meant(filter, rules) }) };
  });
  if (name === undefined || !isNone(name)) return empty;
  return [
    ...empty,
    { code: "ARGUMENT_INVALID", message: `no test that is selected has ${name} in its name` },
  ];
}

function meant(filter: string, rules: readonly RuleToTest[]): string {
  const ids = rules.map(({ id }) => id).toSorted();
  const ends = new Map(ids.map((id) => [id.split(".").at(-1) ?? id, id]));
  const end = nearest(filter, [...ends.keys()]);
  const near = nearest(filter, ids) ?? (end === undefined ? undefined : ends.get(end));
  if (near !== undefined) return `did you mean ${near}?`;
  const more = ids.length > MOST_LISTED ? ` and ${ids.length - MOST_LISTED} more` : "";
  return `the rules are ${ids.slice(0, MOST_LISTED).join(", ")}${more}`;
}
