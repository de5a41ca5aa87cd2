import type { Digest } from "../base/digest.ts";
import type { Alert } from "../engine/alert.ts";
import type { StateDelta, StateValue } from "../state/store.ts";

interface Told {
  readonly digest: string;
}

/** What to commit, and the alerts that may be written once it is. */
export interface Mail extends StateDelta {
  readonly alerts: readonly Alert[];
}

/**
 * Alerts on their way out, as they are kept in the state until they are written: under `outbox` and a number. Under
 * `told` and its id is how an alert looked that was written before it was over, so that it comes again only if it is
 * another by then.
 */
export class Outbox {
  readonly #digest: Digest;
  readonly #told: Map<string, string>;
  #waiting: Alert[] = [];
  #written: string[] = [];
  #next = 0;
  readonly #puts = new Map<string, StateValue>();
  #deletes: string[] = [];

  /** @param entries what the state holds; alerts that a run has left are taken up */
  constructor(entries: ReadonlyMap<string, StateValue>, digest: Digest) {
    this.#digest = digest;
    const told = [...entries].filter(([key]) => key.startsWith("told "));
    this.#told = new Map(told.map(([key, value]) => [key.slice(5), (value as Told).digest]));
    const left = [...entries.keys()].filter((key) => key.startsWith("outbox "));
    const numbers = left.map((key) => Number(key.slice(7))).toSorted((one, other) => one - other);
    for (const number of numbers) this.#waiting.push(entries.get(`outbox ${number}`) as Alert);
    this.#written = left;
    this.#next = (numbers.at(-1) ?? -1) + 1;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Takes alerts that are handed out for good. */
  add(alerts: readonly Alert[]): void {
    for (const alert of alerts) {
      const before = this.#told.get(alert.alertId);
      if (before !== undefined) {
        this.#told.delete(alert.alertId);
        this.#deletes.push(`told ${alert.alertId}`);
      }
      if (before !== this.#digest(JSON.stringify(alert))) this.#post(alert);
    }
  }

  /** Takes alerts as they are at the end of a run: they may still grow in the next. What earlier runs told is over. */
  addForNow(alerts: readonly Alert[]): void {
    for (const alert of alerts) {
      const digest = this.#digest(JSON.stringify(alert));
      if (this.#told.get(alert.alertId) !== digest) this.#post(alert);
      this.#told.delete(alert.alertId);
      this.#puts.set(`told ${alert.alertId}`, { digest } satisfies Told);
    }
    for (const alertId of this.#told.keys()) this.#deletes.push(`told ${alertId}`);
  }

  /** What to commit, after which its alerts may be written. */
  take(): Mail {
    const mail = { alerts: this.#waiting, puts: new Map(this.#puts), deletes: this.#deletes };
    this.#waiting = [];
    this.#puts.clear();
    this.#deletes = [];
    return mail;
  }

  /** The keys of alerts that have been written. */
  takeWritten(): readonly string[] {
    const written = this.#written;
    this.#written = [];
    return written;
  }

  #post(alert: Alert): void {
    const key = `outbox ${this.#next++}`;
    this.#puts.set(key, alert);
    this.#written.push(key);
    this.#waiting.push(alert);
  }
}
