import { CaracalError } from "../base/caracal-error.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import { logTypesOf } from "../rule/check-correlations.ts";
import type { Detection } from "../rule/step.ts";

/**
 * Refuses rules over log types that do not come with Caracal: a bundle does not carry schemas.
 *
 * @throws CaracalError `RULE_LOG_TYPE_UNKNOWN`
 */
export function checkLogTypes(rules: readonly Detection[], source: string): void {
  const known = BUILT_IN_LOG_TYPES.map(({ name }) => name);
  const issues = rules.flatMap((rule) => {
    const { id } = rule;
    const unknown = logTypesOf(rule).filter((name) => !known.includes(name));
    if (unknown.length === 0) return [];
    const message = `${id} is over ${unknown.join(", ")}, whose schema a bundle cannot carry yet`;
    return [
      { code: "RULE_LOG_TYPE_UNKNOWN" as const, source, message, fix: "leave the rule out of the bundle" },
    ];
  });
  if (issues.length > 0) throw new CaracalError(issues);
}
