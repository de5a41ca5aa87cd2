import { CaracalError } from "../base/caracal-error.ts";
import { isCorrelation } from "./correlation.ts";
import { defineCorrelation } from "./define-correlation.ts";
import { defineRule } from "./define-rule.ts";
import { rememberDerivation } from "./derived-from.ts";
import type { Exception } from "./rule.ts";
import type { ChangesOf, DerivedOf } from "./rule-changes.ts";
import type { Detection } from "./step.ts";

/** What makes a rule the rule it is. */
const FIXED = ["detect", "logTypes", "steps", "order"];

/**
 * Derives a rule from another, such as one of a pack: the same detection with another severity, threshold, destinations
 * and so on. What is not named stays as it is. Exceptions are added to the base's; one with the id of a base's exception
 * replaces it. All else replaces what the base says, a threshold as a whole.
 *
 * Without an `id` the derived rule has the base's and takes its place: export it, and not the base. With an `id` of its
 * own both can run.
 *
 * `detect` cannot be changed: to match less, add an exception; to match something else, define a rule. Of a correlation,
 * `steps` and `order` cannot.
 *
 * @param base what `defineRule`, `defineCorrelation` or `extendRule` returned
 * @throws CaracalError `RULE_INVALID` with everything that is wrong with the derived rule
 * @example
 * export const ourErrorSpike = extendRule(errorSpike, {
 *   severity: "CRITICAL",
 *   threshold: { ...errorSpike.threshold, count: 50 },
 *   exceptions: [
 *     {
 *       id: "load-test",
 *       reason: "The load test sends broken calls on purpose.",
 *       owner: "platform@example.org",
 *       expires: "2027-01-01",
 *       when: (event) => event.accountId === "444455556666",
 *     },
 *   ],
 * });
 */
export function extendRule<const Base extends Detection>(
  base: Base,
  changes: ChangesOf<Base>,
): DerivedOf<Base> {
  const fixed = FIXED.filter((key) => key in changes);
  if (fixed.length > 0) throw fixedError(base, fixed);
  const derived = merged(base, changes);
  const defined = isCorrelation(base) ? defineCorrelation(derived as never) : defineRule(derived as never);
  const changed = Object.entries(derived).filter(([key, value]) => value !== base[key as keyof Base]);
  return rememberDerivation<object>(defined, {
    base,
    changed: changed.map(([key]) => key),
  }) as DerivedOf<Base>;
}

/** What can be written in changes that is not just put in the base's place. */
interface Joined {
  readonly severity?: unknown;
  readonly exceptions?: readonly Exception<never>[];
}

function merged(base: Detection & Joined, changes: Joined): object {
  const { defaultSeverity, ...rest } = base;
  // It belongs to a severity function, which is gone when a fixed severity comes.
  const isKept = defaultSeverity !== undefined && typeof changes.severity !== "string";
  const exceptions = joined(base.exceptions ?? [], changes.exceptions ?? []);
  return {
    ...rest,
    ...(isKept && { defaultSeverity }),
    ...changes,
    ...(changes.exceptions !== undefined && { exceptions }),
  };
}

function joined(old: readonly Exception<never>[], own: readonly Exception<never>[]): Exception<never>[] {
  const kept = old.map((one) => own.find(({ id }) => id === one.id) ?? one);
  return [...kept, ...own.filter((one) => !kept.includes(one))];
}

function fixedError(base: Detection, keys: readonly string[]): CaracalError {
  return new CaracalError(
    keys.map((key) => ({
      code: "RULE_INVALID",
      source: `rule ${base.id}`,
      message: `${key}: a derived rule has that of its base`,
      fix: "add an exception to match less, or define a rule of your own",
    })),
  );
}
