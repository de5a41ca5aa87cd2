import type { Code } from "../base/codes.ts";
import type { JsonObject } from "../base/json.ts";

interface Placed {
  /** Line in the source, from 1. */
  readonly line: number;
  /** Bytes before it in the source, decompressed. */
  readonly offset: number;
}

/** A log entry as a source delivered it. */
export interface FoundRecord extends Placed {
  readonly kind: "record";
  readonly value: JsonObject;
  /** Its text. */
  readonly raw: string;
}

/** Something in a source that is no log entry, but could have been. */
export interface BrokenRecord extends Placed {
  readonly kind: "rejected";
  readonly code: Code;
  readonly message: string;
  readonly raw: string;
}

/** Something in a source that is known to be no log entry. */
export interface SkippedRecord extends Placed {
  readonly kind: "skipped";
  readonly reason: "control message" | "permission check" | "sidecar body";
}

/** What a source delivers. */
export type RawRecord = FoundRecord | BrokenRecord | SkippedRecord;
