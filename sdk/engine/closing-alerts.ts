import TinyQueue from "tinyqueue";
import type { OpenAlert } from "./open-alert.ts";

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
    if (!this.#waiting.has(alert)) this.#wait(alert, alert.closesAt);
  }

  /** Lets an alert that is still open close earlier than it would: what it belongs to has gone. */
  closeEarly(alert: OpenAlert, at: number): void {
    if (at < alert.closesAt) this.#wait(alert, at);
  }

  /** The ids of those that wait. */
  ids(): Set<string> {
    return new Set([...this.#waiting].map(({ said }) => said.alertId));
  }

  #wait(alert: OpenAlert, at: number): void {
    this.#waiting.add(alert);
    this.#queue.push({ alert, at });
  }

  /** The alerts that close by a time, in the order in which they close. */
  close(by: number): OpenAlert[] {
    const closed: OpenAlert[] = [];
    for (let next = this.#queue.peek(); next !== undefined; next = this.#queue.peek()) {
      if (next.at > by) break;
      this.#queue.pop();
      if (this.#waiting.delete(next.alert)) closed.push(next.alert);
    }
    return closed;
  }
}

function byClosing(one: Closing, other: Closing): number {
  if (one.at !== other.at) return one.at - other.at;
  return one.alert.said.alertId < other.alert.said.alertId ? -1 : 1;
}
