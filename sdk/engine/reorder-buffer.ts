import TinyQueue from "tinyqueue";
import type { AnyEvent } from "../event/log-types.ts";

/** An event with its time, as the engine orders it. */
export interface Timed {
  readonly event: AnyEvent;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Bytes of its record. */
  readonly size: number;
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

  /** Takes an event, or says that it is late by answering false. */
  push(item: Timed): boolean {
    if (item.time < this.#watermark) return false;
    this.#held.push(item);
    this.#bytes += item.size;
    this.#watermark = Math.max(this.#watermark, item.time - this.#lateness);
    for (let first = this.#held.peek(); first !== undefined; first = this.#held.peek()) {
      if (first.time >= this.#watermark) {
        if (this.#bytes <= this.#limit) break;
        this.early++;
        this.#watermark = first.time;
      }
      this.#release();
    }
    return true;
  }

  /** The events that are due since the last call, in order. */
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
  }
}

function inOrder(one: Timed, other: Timed): number {
  if (one.time !== other.time) return one.time - other.time;
  return one.event.p_row_id < other.event.p_row_id ? -1 : 1;
}
