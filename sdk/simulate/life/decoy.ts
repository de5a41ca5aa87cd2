import type { Call } from "../call.ts";
import type { TrailEvent } from "../control-plane/trail-event.ts";
import type { Worker } from "../plan-hour.ts";
import type { Random } from "../random.ts";

/** When and among whom something happens. */
export interface Setting {
  /** In milliseconds since 1970, whole seconds. */
  readonly at: number;
  /** Who works there at that time. */
  readonly workers: readonly Worker[];
}

/** Something of daily life that looks like an attack and is none. */
export interface Decoy {
  /** Such as `load-test`. */
  readonly id: string;
  /** What happens, in one sentence. */
  readonly title: string;
  /** How often it happens in a week, on average. */
  readonly perWeek: number;
  /** The hours of the day, in UTC, in which it begins: first and last. Default: 7 to 20. */
  readonly hours?: readonly [number, number];
  /** Whether it happens at weekends and on holidays too. Default: false. */
  readonly isAnyDay?: boolean;
  /** How long calls of others are changed at most, in milliseconds, so that no attack is placed there. Default: 0. */
  readonly disturbs?: number;
  /** Who works from then on; `undefined` where there is nobody to whom it can happen. */
  readonly joins?: (setting: Setting, random: Random) => Staffing | undefined;
  /** What it adds to the logs and changes in them. */
  readonly happens?: (setting: Setting, random: Random) => Happening | undefined;
}

/** Workers who come, and who leave for them. */
export interface Staffing {
  readonly come: readonly Worker[];
  readonly leave?: readonly Worker[];
  /** Until when what they do counts as new, in milliseconds since 1970. */
  readonly until: number;
}

/** What a decoy does to the logs. */
export interface Happening {
  readonly calls?: readonly Call[];
  readonly trail?: readonly TrailEvent[];
  readonly change?: Change;
}

/** What becomes of other calls meanwhile. */
export interface Change {
  readonly from: number;
  readonly to: number;
  /** The call as it is then; `undefined` where nothing changes. */
  readonly of: (call: Call, random: Random) => Call | undefined;
}
