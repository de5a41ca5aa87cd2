import type { DriftEntry } from "./drift.ts";
import type { FieldIssueCounts } from "./field-issues.ts";

/** What became of the records of a run. */
export interface RunCounts {
  /** Records found: events + duplicates + skipped + rejected. */
  read: number;
  events: number;
  duplicates: number;
  skipped: number;
  rejected: number;
  /** Of the rejected: events more than a day ahead of the clock. */
  farAhead: number;
  /** Bytes of the records, decompressed; without what stands between them. */
  bytes: number;
  /** Events by log type. */
  readonly logTypes: Map<string, number>;
  /** Fields that events had and their schemas do not know, by path. */
  readonly drift: Map<string, DriftEntry>;
  /** Fields that were left out of events, because they did not fit. */
  readonly fieldIssues: FieldIssueCounts;
}

export function emptyRunCounts(): RunCounts {
  return {
    read: 0,
    events: 0,
    duplicates: 0,
    skipped: 0,
    rejected: 0,
    farAhead: 0,
    bytes: 0,
    logTypes: new Map(),
    drift: new Map(),
    fieldIssues: new Map(),
  };
}
