import type { Fault } from "./alert.ts";
import type { Arrival } from "./arrival.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import type { StepMatch } from "./correlation/step-match.ts";
import type { Entry } from "./entry.ts";
import type { Failure } from "./fault.ts";

/** A rule's `detect` was true for an event, or the rule threw. */
export interface Match {
  readonly rule: CompiledRule;
  readonly arrival: Arrival;
  /** An exception applies, so it is no match; but first-seen remembers it. */
  readonly excepted: boolean;
  /** What was thrown, for a rule error: the rule could not say whether it matches. */
  readonly error?: Failure;
  /** For a rule with `firstSeen`: what may be new, and where. */
  readonly sighted?: Sighted;
  /** Its group and what it adds to it. Absent while first-seen may still drop the match. */
  readonly grouped?: Grouped;
  /** What it is for the correlations that listen to its rule, unless it came too late for them. */
  readonly steps?: readonly StepMatch[];
  /** What else went wrong in asking the rule. */
  readonly faults: readonly Fault[];
}

/** What may be new and where it may be, as texts that stand for nothing else in their rule. */
export interface Sighted {
  readonly scope: string;
  /** The key together with its scope. */
  readonly key: string;
}

/** The group of a match, what it adds to the window, and what its alert tells of it. */
export interface Grouped {
  readonly dedup: string;
  readonly value: number | string;
  readonly entry: Entry;
}
