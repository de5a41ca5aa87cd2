import { CaracalError } from "../base/caracal-error.ts";
import type { AnySteps, Correlation, Fillable } from "./correlation.ts";
import { correlationMetadata } from "./correlation-metadata.ts";
import { deepFreeze } from "./deep-freeze.ts";

/**
 * Defines a correlation, a rule over the matches of other rules: checks it, freezes it, and hands it back as the plain
 * data it is. Export it from a file under `rules/`, beside its rules.
 *
 * @throws CaracalError `RULE_INVALID` with everything that is wrong with the correlation
 * @example
 * export const probedThenUsed = defineCorrelation({
 *   id: "AWS.Bedrock.ProbedThenUsed",
 *   severity: "HIGH",
 *   order: "sequence",
 *   within: "1h",
 *   steps: {
 *     denied: step(accessDenied, { by: (event) => event.accountId, atLeast: 10 }),
 *     used: step(successfulCall, { by: (event) => event.accountId }),
 *   },
 *   title: (steps, key) => `${key}: ${steps.denied.count} denials, then a call`,
 * });
 */
export function defineCorrelation<const Steps extends AnySteps>(
  correlation: Correlation<Steps> & Fillable<Steps>,
): Correlation<Steps> {
  const checked = correlationMetadata.safeParse(correlation);
  if (checked.success) return deepFreeze(correlation);
  const source =
    typeof correlation?.id === "string" ? `correlation ${correlation.id}` : "a correlation without an id";
  throw new CaracalError(
    checked.error.issues.map(({ path, message }) => ({
      code: "RULE_INVALID",
      source,
      message: path.length === 0 ? message : `${path.join(".")}: ${message}`,
    })),
  );
}
