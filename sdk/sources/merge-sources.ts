import TinyQueue from "tinyqueue";
import { CaracalError } from "../base/caracal-error.ts";
import type { Issue } from "../base/issue.ts";
import type { RawRecord } from "./raw-record.ts";
import type { Source } from "./source.ts";

/** A record that has been decoded, or found to be none: what the caller makes of it, and its time if it has one. */
export interface Arrival {
  /** Milliseconds since 1970. */
  readonly time?: number;
}

export interface MergeOptions<T extends Arrival> {
  readonly decode: (record: RawRecord, source: Source) => T;
  /** Told of what a source could not deliver; the others go on. */
  readonly onIssue: (issue: Issue) => void;
  readonly onProgress?: (bytes: number) => void;
}

/** How many arrivals are handed over at once, about. */
const BATCH = 1_024;

/**
 * Several sources as one history: batches of arrivals in order of time, as far as each source is in order itself.
 * A source is opened when the others have reached its beginning, so few are open at once.
 */
export async function* mergeSources<T extends Arrival>(
  sources: readonly Source[],
  options: MergeOptions<T>,
): AsyncGenerator<T[]> {
  const queue = new TinyQueue<Cursor<T>>([], (one, other) => one.key - other.key);
  for (const source of sources) queue.push(new Cursor(source, options));
  let batch: T[] = [];
  for (let cursor = queue.pop(); cursor !== undefined; cursor = queue.pop()) {
    const next = queue.peek()?.key ?? Number.POSITIVE_INFINITY;
    cursor.take(next, batch);
    if (batch.length >= BATCH || (cursor.isDry && cursor.isLive && batch.length > 0)) {
      yield batch;
      batch = [];
    }
    if (cursor.isDry && !(await cursor.fill(next))) continue;
    queue.push(cursor);
  }
  if (batch.length > 0) yield batch;
}

/** A source, and how far it has been read. */
class Cursor<T extends Arrival> {
  readonly #source: Source;
  readonly #options: MergeOptions<T>;
  #batches: AsyncIterator<readonly RawRecord[]> | undefined;
  #arrivals: T[] = [];
  #at = 0;
  #hasBeenPeeked = false;
  #peekedBytes = 0;
  /** The time of its next event, or the earliest that it can have. */
  key: number;

  constructor(source: Source, options: MergeOptions<T>) {
    this.#source = source;
    this.#options = options;
    this.key = source.startsAt ?? Number.NEGATIVE_INFINITY;
  }

  /** Whether its next records may be long in coming. */
  get isLive(): boolean {
    return !this.#source.rereadable;
  }

  get isDry(): boolean {
    return this.#at >= this.#arrivals.length;
  }

  /** Moves arrivals over, up to a time; what has no time goes with what stands before it. */
  take(until: number, batch: T[]): void {
    for (; this.#at < this.#arrivals.length; this.#at++) {
      const arrival = this.#arrivals[this.#at] as T;
      if (arrival.time !== undefined && arrival.time > until) {
        this.key = arrival.time;
        return;
      }
      batch.push(arrival);
    }
  }

  /**
   * Reads on until there is something to take. A source that turns out to begin only after `next` is closed again
   * until its turn comes.
   */
  async fill(next: number): Promise<boolean> {
    const isPeek = !this.#hasBeenPeeked && this.#source.rereadable;
    this.#batches ??= this.#source.read((bytes) => this.#progress(bytes, isPeek))[Symbol.asyncIterator]();
    do {
      const batch = await this.#read();
      if (batch === undefined) return false;
      this.#arrivals = batch.map((record) => this.#options.decode(record, this.#source));
      this.#at = 0;
    } while (this.#arrivals.length === 0);
    this.key = this.#arrivals.find(({ time }) => time !== undefined)?.time ?? this.key;
    if (isPeek) await this.#endPeek(next);
    return true;
  }

  async #endPeek(next: number): Promise<void> {
    this.#hasBeenPeeked = true;
    if (this.key > next) {
      await this.#batches?.return?.();
      this.#batches = undefined;
      this.#arrivals = [];
    } else {
      this.#options.onProgress?.(this.#peekedBytes);
    }
  }

  /** Bytes of a peek count only once it is known that it goes on. */
  #progress(bytes: number, isPeek: boolean): void {
    if (isPeek && !this.#hasBeenPeeked) this.#peekedBytes += bytes;
    else this.#options.onProgress?.(bytes);
  }

  async #read(): Promise<readonly RawRecord[] | undefined> {
    try {
      const result = await this.#batches?.next();
      return result === undefined || result.done ? undefined : result.value;
    } catch (error) {
      if (!(error instanceof CaracalError)) throw error;
      for (const issue of error.issues) this.#options.onIssue(issue);
      return undefined;
    }
  }
}
