import type { Digest } from "../base/digest.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { Detection } from "../rule/step.ts";
import type { StateValue } from "../state/store.ts";

/** What an engine works with. */
export interface EngineOptions {
  readonly rules: readonly Detection[];
  readonly digest: Digest;
  /** Milliseconds by which an event may come after a later one and still count. Default: 0. */
  readonly lateness?: number;
  /** Bytes of records to hold while putting them in order. Default: 48 MiB. */
  readonly heldBytes?: number;
  /** How many groups a rule may have, and how many first-seen keys, before some must make room. Default: 100,000. */
  readonly groups?: number;
  /** Milliseconds from some start, to time the rules with. Default: they are not timed. */
  readonly stopwatch?: () => number;
  /** What an engine before this one left, to go on from; it is not changed. Default: nothing is saved. */
  readonly state?: ReadonlyMap<string, StateValue>;
  /**
   * Makes an event again of what was pushed beside it; `undefined` when it cannot, as of a record that a state has kept
   * while its log type changed. Default: that is the event itself.
   */
  readonly remake?: (record: object) => AnyEvent | undefined;
  /** Hands out an alert when it is made and again when it has grown, and not when it closes. Default: false. */
  readonly live?: boolean;
}
