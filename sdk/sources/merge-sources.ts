import TinyQueue from "tinyqueue";
import type { Issue } from "../base/issue.ts";
import { Cursor } from "./cursor.ts";
import type { Place } from "./piece.ts";
import type { RawRecord } from "./raw-record.ts";
import type { Source } from "./source.ts";

/** A record that has been decoded, or found to be none: what the caller makes of it, and its time if it has one. */
export interface Arrival {
  /** Milliseconds since 1970. */
  readonly time?: number | undefined;
}

/** What a source delivers, as far as merging looks at it. */
export interface Delivery extends Place {
  readonly isRepeated?: true;
  readonly raw?: string;
  /** The length of its text, where that is not in it. */
  readonly size?: number;
}

export interface MergeOptions<T extends Arrival, R extends Delivery = RawRecord> {
  /** Reads a source, and may put what is more than records in their place. Default: the source's own `read`. */
  readonly read?: (source: Source, progress: (bytes: number) => void) => AsyncIterable<readonly R[]>;
  /**
   * A source may be looked into before its turn and read again then, and the header of one that goes on where it
   * stopped comes again: what this does must do no harm twice.
   */
  readonly decode: (record: R, source: Source) => T;
  /** Told of what a source could not deliver; the others go on. */
  readonly onIssue: (issue: Issue) => void;
  /** Told of bytes that were dealt with; together they are the sizes of all sources. */
  readonly onProgress?: (bytes: number) => void;
  /**
   * Told of a source whose records were all handed over, when the caller is done with the batch that held the last of
   * them. A source that is damaged ends where it can be read no further; one that the file system would not let
   * read to its end is never over.
   */
  readonly onEnd?: (source: Source) => void;
}

/** How many arrivals are handed over at once, about. */
const BATCH = 64;

/** Characters of records that may be held of sources which were looked into before their turn. */
const HELD = 16 * 2 ** 20;

/**
 * Several sources as one history: batches of arrivals in order of time, as far as each source is in order itself.
 * A source is opened when the others have reached its beginning, so few are open at once.
 */
export async function* mergeSources<T extends Arrival, R extends Delivery = RawRecord>(
  sources: readonly Source[],
  options: MergeOptions<T, R>,
): AsyncGenerator<T[]> {
  const store = { left: HELD };
  const cursors = sources.map((source, order) => new Cursor(source, order, options, store));
  const queue = new TinyQueue<Cursor<T, R>>([...cursors], (one, other) => (one.isBefore(other) ? -1 : 1));
  let batch: T[] = [];
  let over: Source[] = [];
  const tellEnds = (): void => {
    for (const source of over) options.onEnd?.(source);
    over = [];
  };
  try {
    for (let cursor = queue.pop(); cursor !== undefined; cursor = queue.pop()) {
      const next = queue.peek();
      cursor.take(next, batch);
      if (batch.length >= BATCH || (cursor.isDry && cursor.isLive && batch.length > 0)) {
        yield batch;
        batch = [];
        tellEnds();
      }
      if (!cursor.isDry || (await cursor.fill(next))) queue.push(cursor);
      else if (cursor.wasRead) over.push(cursor.source);
    }
    if (batch.length > 0) yield batch;
    tellEnds();
  } finally {
    await Promise.all(cursors.map((cursor) => cursor.close()));
  }
}
