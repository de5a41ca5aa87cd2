import type { Fault } from "./alert.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import type { Timed } from "./reorder-buffer.ts";

/** A rule's `detect` was true for an event and no exception applied; or the rule threw. */
export interface Match {
  readonly rule: CompiledRule;
  readonly item: Timed;
  /** What it adds to the window: 1, a number, or a value to tell apart. */
  readonly value: number | string;
  /** What was thrown, for a rule error. */
  readonly error?: RuleError;
  readonly faults: readonly Fault[];
}

/** A rule could not say whether it matches. */
export interface RuleError {
  readonly kind: string;
  readonly text: string;
  readonly place: string;
}
