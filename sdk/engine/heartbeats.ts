import TinyQueue from "tinyqueue";
import type { Match } from "./match.ts";

/** The last match of a group, and until when another must come. */
export interface Heartbeat<M extends Match> {
  readonly key: string;
  readonly match: M;
  /** In milliseconds since 1970; a match at this very time is in time. */
  readonly deadline: number;
}

type Due = Pick<Heartbeat<Match>, "key" | "deadline">;

/** What groups have last been heard of, and when they are missed. It keeps one match a group. */
export class Heartbeats<M extends Match> {
  readonly #last = new Map<string, Heartbeat<M>>();
  /** One entry for each group, at its deadline or at an earlier one that was met. */
  readonly #queue = new TinyQueue<Due>([], byDeadline);

  /** Takes the latest match of a group. */
  beat(heartbeat: Heartbeat<M>): void {
    const { key, deadline } = heartbeat;
    if (!this.#last.has(key)) this.#queue.push({ key, deadline });
    this.#last.set(key, heartbeat);
  }

  /** The groups of which nothing has come in time, now that all before a time has come; each once, in order. */
  takeMissed(now: number): Heartbeat<M>[] {
    const missed: Heartbeat<M>[] = [];
    for (let due = this.#queue.peek(); due !== undefined; due = this.#queue.peek()) {
      if (due.deadline >= now) break;
      this.#queue.pop();
      const last = this.#last.get(due.key) as Heartbeat<M>;
      if (last.deadline > due.deadline) {
        this.#queue.push({ key: due.key, deadline: last.deadline });
        continue;
      }
      this.#last.delete(due.key);
      missed.push(last);
    }
    return missed;
  }
}

function byDeadline(one: Due, other: Due): number {
  if (one.deadline !== other.deadline) return one.deadline - other.deadline;
  return one.key < other.key ? -1 : 1;
}
