/** What is known of a path of records that their schema does not know. */
export interface DriftEntry {
  /** Events that had it. */
  count: number;
  /** The times of the earliest and the latest of them, in milliseconds since 1970. */
  first: number;
  last: number;
  /** The kind of what stood there first: `text`, `integer`, `object`. */
  readonly type: string;
  /** The log types of the events that had it. */
  readonly logTypes: Set<string>;
}

/** Keys come from the log, so there is a limit to them. */
const MOST_PATHS = 1_000;

/** Where paths are counted that came when there were too many. */
const OTHERS = "(others)";

/** What an event's record has that its schema does not know. */
export interface EventDrift {
  /** The event's time, in milliseconds since 1970. */
  readonly time: number;
  readonly logType: string;
  /** Paths, and the kind of what stands there. */
  readonly unknown: ReadonlyMap<string, string>;
}

/** Counts the paths of an event's record that its schema does not know. */
export function countDrift(drift: Map<string, DriftEntry>, { time, logType, unknown }: EventDrift): void {
  for (const [path, type] of unknown) {
    const key = drift.has(path) || drift.size < MOST_PATHS ? path : OTHERS;
    const entry = drift.get(key) ?? { count: 0, first: time, last: time, type, logTypes: new Set() };
    entry.count++;
    entry.first = Math.min(entry.first, time);
    entry.last = Math.max(entry.last, time);
    entry.logTypes.add(logType);
    drift.set(key, entry);
  }
}

/** A path as it is printed; times in RFC 3339. */
export interface PrintedPath {
  readonly path: string;
  readonly count: number;
  readonly firstTime: string;
  readonly lastTime: string;
  readonly type: string;
  readonly logTypes: readonly string[];
}

/** Drift as it is printed, by path. */
export function driftReport(drift: ReadonlyMap<string, DriftEntry>): PrintedPath[] {
  return [...drift]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, { count, first, last, type, logTypes }]) => ({
      path,
      count,
      firstTime: new Date(first).toISOString(),
      lastTime: new Date(last).toISOString(),
      type,
      logTypes: [...logTypes].toSorted(),
    }));
}
