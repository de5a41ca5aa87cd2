import type { Digest } from "../base/digest.ts";
import { type AnyCorrelation, isCorrelation } from "../rule/correlation.ts";
import type { AnyRule } from "../rule/rule.ts";
import type { Threshold } from "../rule/threshold.ts";
import { ruleContent } from "../rule/rule-content.ts";
import { compileRule } from "./compiled-rule.ts";

/** What a rule's state means, as hashes: state of another meaning must not be mixed with it. */
export interface Meaning {
  /** Of its groups and rule errors. */
  readonly groups: string;
  /** Of its first-seen keys. */
  readonly keys: string;
}

/**
 * The meaning of a rule's state. It is another one when other events match, are grouped or measured otherwise, or stay
 * for another time. How much raises an alert, how long matches join it, exceptions, and all that the rule says may
 * change: what was counted stays true.
 */
export function meaningOf(rule: AnyRule, digest: Digest): Meaning {
  const { logTypes, detect, dedup, title, threshold, firstSeen } = rule;
  const { measure, within } = compileRule(rule, digest);
  const { unique, sum, ratio, baseline } = measuresOf(threshold);
  const period = [within, measure.usual?.days, measure.absence];
  return {
    groups: hashOf(digest, [
      logTypes,
      detect,
      dedup ?? title,
      measure.kind,
      [unique, sum, ratio, baseline],
      period,
    ]),
    keys: hashOf(digest, [logTypes, detect, firstSeen?.key, firstSeen?.scope]),
  };
}

/** The meaning of a correlation's state: its steps, and what their rules match; not what it says. */
export function correlationMeaning({ order, within, steps }: AnyCorrelation, digest: Digest): Meaning {
  const parts = Object.entries(steps).map(([name, { rule, ...step }]) => {
    const meaning = isCorrelation(rule) ? correlationMeaning(rule, digest) : meaningOf(rule, digest);
    return [name, step, rule.id, meaning];
  });
  return { groups: hashOf(digest, [order, within, parts]), keys: "" };
}

function hashOf(digest: Digest, parts: readonly unknown[]): string {
  return digest(JSON.stringify(parts.map(ruleContent)));
}

function measuresOf(threshold: Threshold<never> | undefined): Partial<Exclude<Threshold<never>, number>> {
  return typeof threshold === "object" ? threshold : {};
}
