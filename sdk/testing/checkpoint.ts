import type { Duration } from "../base/duration.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { Organization } from "../rule/organization.ts";
import type { Replay } from "./run-events.ts";

/** What came of records; of a timeline, what is new since it was last looked at. */
export interface Checkpoint extends Replay {
  /** Events, and moments to which time has come without. Default: the events. */
  readonly arrived?: readonly AnyEvent[];
  /** How much later than others a record may have come and counted. Default: `"15m"`. */
  readonly lateness?: Duration;
  /** What rules were told of the company. Default: nothing. */
  readonly organization?: Partial<Organization>;
  /** What had come of it when it was last looked at. Default: nothing. */
  readonly before?: Replay;
  /** What `"+5m"` counts from, in milliseconds since 1970. Default: there is no such text. */
  readonly start?: number;
  /** Keys of alerts that are not compared. Default: none. */
  readonly ignored?: ReadonlySet<string>;
}
