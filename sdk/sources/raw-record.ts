import type { Code } from "../base/codes.ts";
import type { JsonObject } from "../base/json.ts";
import type { Place } from "./piece.ts";

/** A log entry as a source delivered it. */
export interface FoundRecord extends Place {
  readonly kind: "record";
  readonly value: JsonObject;
  /** Its text. */
  readonly raw: string;
}

/** Something in a source that is no log entry, but could have been. */
export interface BrokenRecord extends Place {
  readonly kind: "rejected";
  readonly code: Code;
  readonly message: string;
  readonly raw: string;
}

/** Something in a source that is known to be no log entry. */
export interface SkippedRecord extends Place {
  readonly kind: "skipped";
  readonly reason: "control message" | "digest" | "permission check" | "sidecar body";
}

/** What a source delivers. */
export type RawRecord = FoundRecord | BrokenRecord | SkippedRecord;
