import TinyQueue from "tinyqueue";
import type { Alert } from "./alert.ts";
import { alertOf, type OpenAlert } from "./open-alert.ts";

/** The alerts that wait to be handed out until nothing can join them any more. */
export class ClosingAlerts {
  readonly #queue = new TinyQueue<OpenAlert>([], byClosing);
  readonly #waiting = new Set<OpenAlert>();

  /** Takes an alert, unless it waits already. */
  add(alert: OpenAlert): void {
    if (this.#waiting.has(alert)) return;
    this.#waiting.add(alert);
    this.#queue.push(alert);
  }

  /** The alerts that close by a time, in the order in which they close. */
  close(by: number): Alert[] {
    const closed: Alert[] = [];
    for (let next = this.#queue.peek(); next !== undefined; next = this.#queue.peek()) {
      if (next.closesAt > by) break;
      this.#queue.pop();
      this.#waiting.delete(next);
      closed.push(alertOf(next));
    }
    return closed;
  }
}

function byClosing(one: OpenAlert, other: OpenAlert): number {
  if (one.closesAt !== other.closesAt) return one.closesAt - other.closesAt;
  return one.said.alertId < other.said.alertId ? -1 : 1;
}
