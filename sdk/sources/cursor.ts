import { CaracalError } from "../base/caracal-error.ts";
import type { Issue } from "../base/issue.ts";
import type { Arrival, Delivery, MergeOptions } from "./merge-sources.ts";
import type { Source } from "./source.ts";

/** A source of at most so many bytes is read whole at once, so that it does not stay open. */
const SMALL = 256 * 1024;

/** Unless it has more characters than this in it. */
const LARGE_TEXT = 16 * 2 ** 20;

/** Room for what was read before its turn, in characters; shared by all cursors of a merge. */
export interface Store {
  left: number;
}

/** A source, and how far it has been read. */
export class Cursor<T extends Arrival, R extends Delivery> {
  readonly source: Source;
  readonly #order: number;
  readonly #options: MergeOptions<T, R>;
  readonly #store: Store;
  #batches: AsyncIterator<readonly R[]> | undefined;
  #isOver = false;
  #isUnreadable = false;
  #wasLookedInto = false;
  #arrivals: readonly T[] = [];
  #at = 0;
  /** Room that the arrivals take in the store. */
  #stored = 0;
  #bytesRead = 0;
  #bytesTold = 0;
  /** The time of its next event, or the earliest that it can have. */
  key: number;

  /** @param order which of two sources comes first when their events have the same time */
  constructor(source: Source, order: number, options: MergeOptions<T, R>, store: Store) {
    this.source = source;
    this.#order = order;
    this.#options = options;
    this.#store = store;
    this.key = source.startsAt ?? Number.NEGATIVE_INFINITY;
  }

  /** Whether its next records may be long in coming. */
  get isLive(): boolean {
    return !this.source.rereadable;
  }

  get isDry(): boolean {
    return this.#at >= this.#arrivals.length;
  }

  /** Whether it was read as far as there is something in it, damaged or not. */
  get wasRead(): boolean {
    return this.#isOver && !this.#isUnreadable;
  }

  isBefore(other: Cursor<T, R>): boolean {
    return this.key === other.key ? this.#order < other.#order : this.key < other.key;
  }

  /** Moves arrivals over until it is the next cursor's turn; what has no time goes with what stands before it. */
  take(next: Cursor<T, R> | undefined, batch: T[]): void {
    for (; this.#at < this.#arrivals.length; this.#at++) {
      const arrival = this.#arrivals[this.#at] as T;
      this.key = arrival.time ?? this.key;
      if (next !== undefined && arrival.time !== undefined && next.isBefore(this)) return;
      batch.push(arrival);
    }
  }

  /**
   * Reads on until there is something to take; false when the source is over. One that turns out to begin only after
   * the next cursor is put back until its turn comes.
   */
  async fill(next: Cursor<T, R> | undefined): Promise<boolean> {
    this.#store.left += this.#stored;
    this.#stored = 0;
    const { arrivals, issues, characters } = await this.#read();
    this.#arrivals = arrivals;
    this.#at = 0;
    this.key = this.#arrivals.find(({ time }) => time !== undefined)?.time ?? this.key;
    const isEarly = !this.#wasLookedInto && !this.isLive && next?.isBefore(this) === true;
    this.#wasLookedInto = true;
    if (isEarly && !this.#hold(characters)) {
      await this.#putBack();
      return true;
    }
    for (const issue of issues) this.#options.onIssue(issue);
    this.#tell(this.#isOver ? Math.max(this.#bytesRead, this.source.size ?? 0) : this.#bytesRead);
    return arrivals.length > 0;
  }

  /** Lets go of the source, wherever it is. */
  async close(): Promise<void> {
    await this.#batches?.return?.();
  }

  /** The next batch; of a small source, all of it. */
  async #read(): Promise<{ arrivals: readonly T[]; issues: readonly Issue[]; characters: number }> {
    const enough = (this.source.size ?? Number.POSITIVE_INFINITY) <= SMALL ? LARGE_TEXT : 0;
    const arrivals: T[] = [];
    let characters = 0;
    this.#batches ??= this.#open()[Symbol.asyncIterator]();
    try {
      while (!this.#isOver && (arrivals.length === 0 || characters < enough)) {
        const { done, value } = await this.#batches.next();
        if (done === true) this.#isOver = true;
        else
          for (const record of value) {
            const arrival = this.#options.decode(record, this.source);
            if (record.isRepeated === true) continue;
            arrivals.push(arrival);
            characters += record.size ?? record.raw?.length ?? 0;
          }
      }
    } catch (error) {
      if (!(error instanceof CaracalError)) throw error;
      this.#isOver = true;
      this.#isUnreadable = error.issues.some(({ code }) => code !== "INPUT_CORRUPT");
      return { arrivals, issues: error.issues, characters };
    }
    return { arrivals, issues: [], characters };
  }

  #open(): AsyncIterable<readonly R[]> {
    // Unless told how to read, what comes are a source's own records.
    const progress = (bytes: number): number => (this.#bytesRead += bytes);
    return (
      this.#options.read?.(this.source, progress) ??
      (this.source.read(progress) as AsyncIterable<readonly never[]>)
    );
  }

  /** Whether all of the source has been read and can be held. */
  #hold(characters: number): boolean {
    if (!this.#isOver || characters > this.#store.left) return false;
    this.#stored = characters;
    this.#store.left -= characters;
    return true;
  }

  async #putBack(): Promise<void> {
    await this.close();
    this.#batches = undefined;
    this.#isOver = false;
    this.#isUnreadable = false;
    this.#arrivals = [];
    this.#bytesRead = 0;
  }

  #tell(bytes: number): void {
    this.#options.onProgress?.(bytes - this.#bytesTold);
    this.#bytesTold = bytes;
  }
}
