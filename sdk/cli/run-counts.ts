/** What became of the records of a run. */
export interface RunCounts {
  /** Records found: events + duplicates + skipped + rejected. */
  read: number;
  events: number;
  duplicates: number;
  skipped: number;
  rejected: number;
  /** Bytes of the records, decompressed; without what stands between them. */
  bytes: number;
  /** Events by log type. */
  readonly logTypes: Map<string, number>;
  /** Events that had a field which their schema does not know, by its path. */
  readonly drift: Map<string, number>;
}

export function emptyRunCounts(): RunCounts {
  return {
    read: 0,
    events: 0,
    duplicates: 0,
    skipped: 0,
    rejected: 0,
    bytes: 0,
    logTypes: new Map(),
    drift: new Map(),
  };
}
