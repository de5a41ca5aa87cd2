import { relative } from "node:path";
import escapeRegExp from "lodash/escapeRegExp.js";
import { CaracalError } from "../../base/caracal-error.ts";
import { nearest } from "../../schema/nearest.ts";
import type { RuleToTest } from "../test-rules.ts";

/**
 * The rules that filters name: by id, where `*` stands for anything, else by a part of their file's path.
 *
 * @param filters without one all rules are meant
 * @throws CaracalError `ARGUMENT_INVALID` for a filter that names none
 */
export function selectRules(rules: readonly RuleToTest[], filters: readonly string[]): readonly RuleToTest[] {
  if (filters.length === 0) return rules;
  const named = new Set(filters.flatMap((filter) => namedBy(filter, rules)));
  return rules.filter((rule) => named.has(rule));
}

function namedBy(filter: string, rules: readonly RuleToTest[]): RuleToTest[] {
  const pattern = new RegExp(`^${filter.split("*").map(escapeRegExp).join(".*")}$`, "i");
  const byId = rules.filter(({ id }) => pattern.test(id));
  if (byId.length > 0) return byId;
  const byPath = rules.filter(({ file }) =>
    relative(process.cwd(), file).includes(filter.replace(/^\.\//, "")),
  );
  if (byPath.length > 0) return byPath;
  const meant = nearest(
    filter,
    rules.map(({ id }) => id),
  );
  throw new CaracalError({
    code: "ARGUMENT_INVALID",
    message: `${filter} is the id of no rule, and no part of a rule file's path`,
    ...(meant !== undefined && { fix: `did you mean ${meant}?` }),
  });
}
