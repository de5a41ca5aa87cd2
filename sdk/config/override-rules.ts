import { derivedFrom } from "../rule/derived-from.ts";
import type { Detection } from "../rule/step.ts";
import type { ConfigFinding } from "./check-config.ts";

/** An override for which there is no place. */
export interface OverrideFinding extends ConfigFinding {
  /** Whether no rule has its id. */
  readonly isMissing: boolean;
}

/** Rules with overrides in their places. */
export interface Overridden<T> {
  readonly rules: readonly T[];
  readonly findings: readonly OverrideFinding[];
}

/**
 * Puts overrides in the places of the rules that they were made from.
 *
 * @param rules each id once
 */
export function overrideRules<T extends { readonly rule: Detection }>(
  rules: readonly T[],
  overrides: readonly Detection[],
): Overridden<T> {
  const places = new Map(rules.map((one) => [one.rule.id, one]));
  const findings: OverrideFinding[] = [];
  for (const [at, rule] of overrides.entries()) {
    const place = places.get(rule.id);
    if (place === undefined) findings.push({ path: ["overrides", at], isMissing: true, ...missing(rule) });
    else if (!isMadeFrom(rule, place.rule))
      findings.push({ path: ["overrides", at], isMissing: false, ...another(rule) });
    else places.set(rule.id, { ...place, rule });
  }
  return { rules: [...places.values()], findings };
}

function isMadeFrom(rule: Detection, base: Detection): boolean {
  const own = derivedFrom(rule)?.base;
  return own !== undefined && (own === base || isMadeFrom(own, base));
}

function missing(rule: Detection): Pick<ConfigFinding, "message" | "fix"> {
  const message = `overrides: there is no rule ${rule.id} to take the place of`;
  const isOfBase = derivedFrom(rule)?.base.id === rule.id;
  return { message, fix: isOfBase ? "name its pack or folder in rules, or remove it" : "leave out its id" };
}

function another({ id }: Detection): Pick<ConfigFinding, "message" | "fix"> {
  const message = `overrides: the rule ${id} that is loaded is not the one that this was made from`;
  return { message, fix: "import the one that is loaded, and extend that" };
}
