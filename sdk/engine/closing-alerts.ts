import TinyQueue from "tinyqueue";
import type { Alert } from "./alert.ts";
import { alertOf, type OpenAlert } from "./open-alert.ts";

interface Closing {
  readonly alert: OpenAlert;
  /** When it closes, in milliseconds since 1970. */
  readonly at: number;
}

/** The alerts that wait to be handed out until nothing can join them any more. */
export class ClosingAlerts {
  readonly #queue = new TinyQueue<Closing>([], byClosing);
  readonly #waiting = new Set<OpenAlert>();

  /** Takes an alert, unless it waits already. */
  add(alert: OpenAlert): void {
    if (this.#waiting.has(alert)) return;
    this.#waiting.add(alert);
    this.#queue.push({ alert, at: alert.closesAt });
  }

  /** Lets an alert close earlier than it would: its group had to make room. */
  closeEarly(alert: OpenAlert, at: number): void {
    if (at < alert.closesAt && this.#waiting.has(alert)) this.#queue.push({ alert, at });
  }

  /** The alerts that close by a time, in the order in which they close. */
  close(by: number): Alert[] {
    const closed: Alert[] = [];
    for (let next = this.#queue.peek(); next !== undefined; next = this.#queue.peek()) {
      if (next.at > by) break;
      this.#queue.pop();
      if (this.#waiting.delete(next.alert)) closed.push(alertOf(next.alert));
    }
    return closed;
  }
}

function byClosing(one: Closing, other: Closing): number {
  if (one.at !== other.at) return one.at - other.at;
  return one.alert.said.alertId < other.alert.said.alertId ? -1 : 1;
}
