import TinyQueue from "tinyqueue";
import type { AnyEvent } from "../event/log-types.ts";

/** An event with its time, as the engine orders it. */
export interface Timed {
  readonly event: AnyEvent;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Bytes of its record. */
  readonly size: number;
  /** For an event that came too late to be put in order: the time up to which everything else had come. */
  readonly lateAt?: number;
}

/** The time that the engine has come to with an event. */
export function arrival({ lateAt, time }: Timed): number {
  return lateAt ?? time;
}

/**
 * Puts events in order of time, ties by row id. An event is held until nothing earlier can come that is not late:
 * until an event has been seen that is later than it by more than the allowed lateness. Held records have a limit
 * in bytes; beyond it the earliest go on early, and what then comes before them is late.
 */
export class ReorderBuffer {
  readonly #held = new TinyQueue<Timed>([], inOrder);
  readonly #lateness: number;
  readonly #limit: number;
  #bytes = 0;
  #watermark = Number.NEGATIVE_INFINITY;
  #due: Timed[] = [];
  /** Events that went on early because the limit was reached. */
  early = 0;

  /**
   * @param lateness milliseconds by which an event may come after a later one
   * @param limit bytes of records to hold
   */
  constructor(lateness: number, limit: number) {
    this.#lateness = lateness;
    this.#limit = limit;
  }

  /** Takes an event. One that is late it passes on as such, behind those that are due, and answers false. */
  push(item: Timed): boolean {
    if (item.time < this.#watermark) {
      this.#due.push({ ...item, lateAt: this.#watermark });
      return false;
    }
    this.#held.push(item);
    this.#bytes += item.size;
    this.#watermark = Math.max(this.#watermark, item.time - this.#lateness);
    for (let first = this.#held.peek(); first !== undefined; first = this.#held.peek()) {
      if (first.time >= this.#watermark) {
        if (this.#bytes <= this.#limit) break;
        this.early++;
      }
      this.#release();
    }
    return true;
  }

  /** The events that became due since the last call: in order, late ones where they arrived. */
  take(): readonly Timed[] {
    const due = this.#due;
    this.#due = [];
    return due;
  }

  /** All events that are left, in order. */
  drain(): readonly Timed[] {
    while (this.#held.length > 0) this.#release();
    return this.take();
  }

  #release(): void {
    const item = this.#held.pop();
    if (item === undefined) return;
    this.#bytes -= item.size;
    this.#due.push(item);
    this.#watermark = Math.max(this.#watermark, item.time);
  }
}

function inOrder(one: Timed, other: Timed): number {
  if (one.time !== other.time) return one.time - other.time;
  return one.event.p_row_id < other.event.p_row_id ? -1 : 1;
}
