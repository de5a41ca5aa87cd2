import type { CompiledRule } from "./compiled-rule.ts";
import type { RuleCounts } from "./engine-counts.ts";
import type { Match } from "./match.ts";
import type { RuleRunner } from "./rule-runner.ts";

/** A rule in an engine. */
export interface Lane {
  readonly rule: CompiledRule;
  readonly runner: RuleRunner;
  readonly counts: RuleCounts;
  /** Matches that are in order, and wait for the next turn. */
  due: Match[];
}
