import TinyQueue from "tinyqueue";

/** Until when a group must be heard of. */
export interface Deadline {
  readonly key: string;
  /** In milliseconds since 1970; a match at this very time is in time. */
  readonly deadline: number;
}

/** When groups are missed that have been heard of. */
export class Heartbeats {
  readonly #deadlines = new Map<string, number>();
  /** One entry for each group, at its deadline or at an earlier one that was met. */
  readonly #queue = new TinyQueue<Deadline>([], byDeadline);

  /** Takes until when a group must be heard of next. */
  beat({ key, deadline }: Deadline): void {
    if (!this.#deadlines.has(key)) this.#queue.push({ key, deadline });
    this.#deadlines.set(key, deadline);
  }

  /** Waits for a group no longer. */
  forget(key: string): void {
    // Its entry in the queue stays until its time has come, and serves again if the group is heard of before.
    if (this.#deadlines.has(key)) this.#deadlines.set(key, Number.NEGATIVE_INFINITY);
  }

  /** The groups of which nothing has come in time, now that all before a time has come; each once, in order. */
  takeMissed(now: number): Deadline[] {
    const missed: Deadline[] = [];
    for (let due = this.#queue.peek(); due !== undefined; due = this.#queue.peek()) {
      if (due.deadline >= now) break;
      this.#queue.pop();
      const deadline = this.#deadlines.get(due.key) ?? Number.NEGATIVE_INFINITY;
      if (deadline > due.deadline) {
        this.#queue.push({ key: due.key, deadline });
        continue;
      }
      this.#deadlines.delete(due.key);
      if (deadline === due.deadline) missed.push(due);
    }
    return missed;
  }
}

function byDeadline(one: Deadline, other: Deadline): number {
  if (one.deadline !== other.deadline) return one.deadline - other.deadline;
  return one.key < other.key ? -1 : 1;
}
