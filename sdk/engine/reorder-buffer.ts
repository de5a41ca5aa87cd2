import TinyQueue from "tinyqueue";

/** Something to put in order. */
interface Timed {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly rowId: string;
  /** Bytes that holding it takes. */
  readonly size: number;
  /** The watermark that it came behind, for what is late; see {@link ReorderBuffer.lateAt}. */
  readonly lateAt: number | undefined;
}

/** How far events have come, in milliseconds since 1970. */
export interface Progress {
  readonly watermark: number;
  readonly latest: number;
}

/**
 * Puts events in order of time, ties by row id. An event is held until nothing earlier can come that is not late:
 * until the watermark, which is the latest time seen less the allowed lateness, has passed it. What is held has a
 * limit in bytes; beyond it the earliest go on early, and what then comes before them is late.
 */
export class ReorderBuffer<T extends Timed> {
  readonly #held = new TinyQueue<T>([], inOrder);
  readonly #lateness: number;
  readonly #limit: number;
  #bytes = 0;
  #due: T[] = [];
  /** Nothing that is not late comes before this time. */
  watermark = Number.NEGATIVE_INFINITY;
  /** The latest time of any event that was not late. */
  latest = Number.NEGATIVE_INFINITY;
  /** Events that went on early because the limit was reached. */
  early = 0;

  /**
   * @param lateness milliseconds by which an event may come after a later one
   * @param limit bytes to hold
   */
  constructor(lateness: number, limit: number) {
    this.#lateness = lateness;
    this.#limit = limit;
  }

  /** Goes on from where another has come to; what that held is to be pushed again. */
  restore({ watermark, latest }: Progress): void {
    this.watermark = watermark;
    this.latest = latest;
  }

  /** The watermark, for a time that is behind it and so late; else `undefined`. */
  lateAt(time: number): number | undefined {
    return time < this.watermark ? this.watermark : undefined;
  }

  /** Takes an event. One that is late goes on as it comes, behind those that are due. */
  push(item: T): void {
    if (item.lateAt !== undefined) {
      this.#due.push(item);
      return;
    }
    this.#held.push(item);
    this.#bytes += item.size;
    this.advance(item.time);
  }

  /** Moves the watermark on for an event that needs no order, because nobody asks for it. */
  advance(time: number): void {
    this.latest = Math.max(this.latest, time);
    this.watermark = Math.max(this.watermark, time - this.#lateness);
    for (let first = this.#held.peek(); first !== undefined; first = this.#held.peek()) {
      if (first.time >= this.watermark) {
        if (this.#bytes <= this.#limit) return;
        this.early++;
      }
      this.#release();
    }
  }

  /** The events that became due since the last call: in order, late ones where they arrived. */
  take(): readonly T[] {
    const due = this.#due;
    this.#due = [];
    return due;
  }

  /** All events that are left, in order. */
  drain(): readonly T[] {
    while (this.#held.length > 0) this.#release();
    return this.take();
  }

  #release(): void {
    const item = this.#held.pop();
    if (item === undefined) return;
    this.#bytes -= item.size;
    this.#due.push(item);
    this.watermark = Math.max(this.watermark, item.time);
  }
}

function inOrder(one: Timed, other: Timed): number {
  if (one.time !== other.time) return one.time - other.time;
  return one.rowId < other.rowId ? -1 : 1;
}
