import type { Fault } from "./alert.ts";
import type { Arrival, EventId } from "./arrival.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import type { StepMatch } from "./correlation/step-match.ts";
import type { Entry } from "./entry.ts";
import type { Failure } from "./fault.ts";

/** What a rule said of an event: that it matches, or that it could not say. Plain data. */
export interface Answer {
  readonly ruleId: string;
  /** An exception applies, so it is no match; but first-seen remembers it. */
  readonly excepted: boolean;
  /** What was thrown, for a rule error: the rule could not say whether it matches. */
  readonly error?: Failure | undefined;
  /** For a rule with `firstSeen`: what may be new, and where. */
  readonly sighted?: Sighted | undefined;
  /** Its group and what it adds to it. Absent while first-seen may still drop the match. */
  readonly grouped?: Grouped | undefined;
  /** What it is for the correlations that listen to its rule. */
  readonly steps?: readonly StepMatch[] | undefined;
  /** What else went wrong in asking the rule. */
  readonly faults: readonly Fault[];
}

/** What all rules said of an event. It is plain data, so one thread may ask and another count. */
export interface Asked extends EventId {
  readonly answers: readonly Answer[];
}

/** A rule's answer, about to be counted. It came too late for correlations where it has no steps. */
export interface Match extends Answer {
  readonly rule: CompiledRule;
  readonly arrival: Arrival;
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
