import type { Detection } from "./step.ts";

/** What a rule was derived from, and in what it differs. */
export interface Derivation {
  /** The rule that was extended; it may be derived itself. */
  readonly base: Detection;
  /** The keys that say something else than the base's, such as `severity`. */
  readonly changed: readonly string[];
}

/** Beside the rules, not in them: a derived rule is plain data as any other. */
const derivations = new WeakMap<object, Derivation>();

/** Remembers what a rule was derived from, and hands it back. */
export function rememberDerivation<R extends object>(derived: R, derivation: Derivation): R {
  derivations.set(derived, derivation);
  return derived;
}

/**
 * What a rule was derived from with {@link extendRule}; `undefined` for a rule of its own.
 *
 * @example
 * const mine = extendRule(errorSpike, { severity: "CRITICAL" });
 * derivedFrom(mine) // { base: errorSpike, changed: ["severity"] }
 */
export function derivedFrom(rule: Detection): Derivation | undefined {
  return derivations.get(rule);
}
