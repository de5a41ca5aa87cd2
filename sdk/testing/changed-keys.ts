import { isCorrelation } from "../rule/correlation.ts";
import { derivedFrom } from "../rule/derived-from.ts";
import type { Detection } from "../rule/step.ts";

/** Keys of alerts that a key of a rule has a say in, where that is not the one of the same name. */
const KEYS_OF_ALERTS: Readonly<Record<string, readonly string[]>> = {
  id: ["ruleId"],
  defaultSeverity: ["severity"],
  alertContext: ["context"],
  summaryAttributes: ["summary"],
  threshold: ["threshold", "createdAt", "eventCount"],
  dedupPeriod: ["threshold", "eventCount"],
  within: ["threshold"],
};

/** Keys of a rule on which it depends which window a match finds. */
const OF_WINDOWS = ["threshold", "dedup", "dedupPeriod"];

/**
 * The keys of alerts that may not be the same for a rule and the one that it was derived from, through others or not:
 * what the cases of that one say of them does not hold. None for rules that do not come from each other.
 */
export function changedKeys(rule: Detection, base: Detection): ReadonlySet<string> {
  const changed = new Set<string>();
  for (let own = rule; own !== base; ) {
    const derivation = derivedFrom(own);
    if (derivation === undefined) return new Set();
    for (const key of derivation.changed) changed.add(key);
    own = derivation.base;
  }
  const keys = [...changed, ...toldOfWindows(rule, changed)].flatMap((key) => KEYS_OF_ALERTS[key] ?? [key]);
  return new Set([...keys, ...standIns(rule, changed)]);
}

/** What a rule tells of the window, where that may be another one: the functions that take it. */
function toldOfWindows(rule: Detection, changed: ReadonlySet<string>): string[] {
  if (isCorrelation(rule) || !OF_WINDOWS.some((key) => changed.has(key))) return [];
  const takers = Object.entries(rule).filter(([, value]) => typeof value === "function" && value.length > 1);
  return takers.map(([key]) => key);
}

/** An untitled alert is called as the rule is, and the matches of a rule without `dedup` are grouped by their title. */
function standIns(rule: Detection, changed: ReadonlySet<string>): string[] {
  const isRenamed = changed.has("id") || changed.has("displayName");
  const isRetitled = changed.has("title") || (isRenamed && rule.title === undefined);
  if (!isRetitled) return [];
  return isCorrelation(rule) || rule.dedup !== undefined ? ["title"] : ["title", "dedup"];
}
