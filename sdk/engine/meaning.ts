import type { Digest } from "../base/digest.ts";
import type { Threshold } from "../rule/threshold.ts";
import { ruleContent } from "../rule/rule-content.ts";
import type { CompiledRule } from "./compiled-rule.ts";

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
export function meaningOf({ rule, within, measure }: CompiledRule, digest: Digest): Meaning {
  const { logTypes, detect, dedup, title, threshold, firstSeen } = rule;
  const { unique, sum, ratio, baseline } = measuresOf(threshold);
  const of = (...parts: readonly unknown[]): string => digest(JSON.stringify(parts.map(ruleContent)));
  const grouping = dedup ?? title;
  const period = [within, measure.usual?.days, measure.absence];
  return {
    groups: of(logTypes, detect, grouping, measure.kind, [unique, sum, ratio, baseline], period),
    keys: of(logTypes, detect, firstSeen?.key, firstSeen?.scope),
  };
}

function measuresOf(threshold: Threshold<never> | undefined): Partial<Exclude<Threshold<never>, number>> {
  return typeof threshold === "object" ? threshold : {};
}
