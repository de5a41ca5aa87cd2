import type { Code } from "../base/codes.ts";
import type { JsonObject } from "../base/json.ts";
import type { Place } from "./piece.ts";
import type { Position } from "./position.ts";

/** What all that a source delivers has. */
export interface Delivered extends Place {
  /** Where the source has come to with it; absent where its place tells that. */
  readonly position?: Position;
}

/** A log entry as a source delivered it. */
export interface FoundRecord extends Delivered {
  readonly kind: "record";
  readonly value: JsonObject;
  /** Its text. */
  readonly raw: string;
}

/** Something in a source that is no log entry, but could have been. */
export interface BrokenRecord extends Delivered {
  readonly kind: "rejected";
  readonly code: Code;
  readonly message: string;
  readonly raw: string;
  /**
   * Whether it was delivered before the source went on from a position. It may be the header of the lines that
   * follow, so it is decoded again, and not handed over again.
   */
  readonly isRepeated?: true;
}

/** Something in a source that is known to be no log entry. */
export interface SkippedRecord extends Delivered {
  readonly kind: "skipped";
  readonly reason: "control message" | "digest" | "permission check" | "sidecar body";
}

/** What a source delivers. */
export type RawRecord = FoundRecord | BrokenRecord | SkippedRecord;
