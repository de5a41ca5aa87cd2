import type { Digest } from "../base/digest.ts";
import type { Alert } from "../engine/alert.ts";
import type { StateDelta, StateValue } from "../state/store.ts";

/** How an alert was when it was told. */
interface Told {
  readonly ruleId: string;
  readonly digest: string;
  readonly eventCount: number;
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
  readonly #isLive: boolean;
  readonly #told: Map<string, Told>;
  #waiting: Alert[] = [];
  #written: string[] = [];
  #next = 0;
  readonly #puts = new Map<string, StateValue>();
  #deletes: string[] = [];

  /**
   * @param entries what the state holds; alerts that a run has left are taken up
   * @param isLive whether alerts come while they are open, and again as they grow
   */
  constructor(entries: ReadonlyMap<string, StateValue>, digest: Digest, isLive: boolean) {
    this.#digest = digest;
    this.#isLive = isLive;
    const told = [...entries].filter(([key]) => key.startsWith("told "));
    this.#told = new Map(told.map(([key, value]) => [key.slice(5), value as Told]));
    const left = [...entries.keys()].filter((key) => key.startsWith("outbox "));
    const numbers = left.map((key) => Number(key.slice(7))).toSorted((one, other) => one - other);
    for (const number of numbers) this.#waiting.push(entries.get(`outbox ${number}`) as Alert);
    this.#written = left;
    this.#next = (numbers.at(-1) ?? -1) + 1;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Takes alerts as they are handed out: for good, or live. */
  add(alerts: readonly Alert[]): void {
    for (const alert of alerts) {
      if (!this.#isToldAs(alert)) {
        this.#post(alert);
        if (this.#isLive) this.#tell(alert);
      }
      if (!this.#isLive) this.#forget(alert.alertId);
    }
  }

  /**
   * Takes alerts as they are at the end of a run: they may still grow in the next. What was told of others that are no
   * longer open is over.
   *
   * @param isOpen whether an alert of this id, of this rule, may still be told otherwise
   */
  addForNow(alerts: readonly Alert[], isOpen: (alertId: string, ruleId: string) => boolean): void {
    for (const alert of alerts) {
      if (!this.#isToldAs(alert)) this.#post(alert);
      this.#tell(alert);
    }
    const now = new Set(alerts.map(({ alertId }) => alertId));
    for (const [alertId, { ruleId }] of this.#told)
      if (!now.has(alertId) && !isOpen(alertId, ruleId)) this.#forget(alertId);
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

  /** Whether an alert was told as it is; live also, while it grows again to what it was told to be. */
  #isToldAs(alert: Alert): boolean {
    const before = this.#told.get(alert.alertId);
    if (before === undefined) return false;
    if (this.#isLive && alert.eventCount < before.eventCount) return true;
    return before.digest === this.#digest(JSON.stringify(alert));
  }

  #tell(alert: Alert): void {
    const { alertId, ruleId, eventCount } = alert;
    if (this.#isLive && eventCount < (this.#told.get(alertId)?.eventCount ?? 0)) return;
    const told: Told = { ruleId, eventCount, digest: this.#digest(JSON.stringify(alert)) };
    const key = `told ${alertId}`;
    this.#told.set(alertId, told);
    this.#puts.set(key, told);
    this.#deletes = this.#deletes.filter((gone) => gone !== key);
  }

  #forget(alertId: string): void {
    this.#puts.delete(`told ${alertId}`);
    if (this.#told.delete(alertId)) this.#deletes.push(`told ${alertId}`);
  }

  #post(alert: Alert): void {
    const key = `outbox ${this.#next++}`;
    this.#puts.set(key, alert);
    this.#written.push(key);
    this.#waiting.push(alert);
  }
}
