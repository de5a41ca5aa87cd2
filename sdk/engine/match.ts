import type { AnyEvent } from "../event/log-types.ts";
import type { Indicators } from "../event/standard-fields.ts";
import type { Fault } from "./alert.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import type { Failure } from "./fault.ts";
import type { Entry } from "./group.ts";

/** An event that has arrived: what matched it, and what the engine must know of it without holding it. */
export interface Arrival {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly rowId: string;
  readonly logType: string;
  /** Bytes that holding it takes. */
  size: number;
  /** For an event that came too late to be put in order: the time up to which everything else had come. */
  readonly lateAt: number | undefined;
  /** The event again. */
  readonly event: () => AnyEvent;
  matches: readonly Match[];
  /** The event's indicators, once a match has asked for them. */
  indicators?: Indicators;
}

/** The time that the engine has come to with an event. */
export function arrivalTime({ lateAt, time }: Pick<Arrival, "lateAt" | "time">): number {
  return lateAt ?? time;
}

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
  /** What else went wrong in asking the rule. */
  readonly faults: readonly Fault[];
}

/** The keys, in the state, of what may be new and of where it may be. */
export interface Sighted {
  readonly scope: string;
  readonly key: string;
}

/** The key of a match's group, and what the group's window keeps of the match. */
export interface Grouped {
  readonly dedup: string;
  /** The group's key in the state. */
  readonly key: string;
  readonly entry: Entry;
}
