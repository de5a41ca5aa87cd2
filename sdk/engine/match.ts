import type { Fault } from "./alert.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import type { Failure } from "./fault.ts";
import type { Timed } from "./reorder-buffer.ts";

/** A rule's `detect` was true for an event, or the rule threw. */
export interface Match {
  readonly rule: CompiledRule;
  readonly item: Timed;
  /** What it adds to the window: 1, a number, or a value to tell apart. */
  readonly value: number | string;
  /** An exception applies, so it is no match; but first-seen remembers it. */
  readonly excepted: boolean;
  /** What was thrown, for a rule error: the rule could not say whether it matches. */
  readonly error?: Failure;
  readonly faults: readonly Fault[];
}
