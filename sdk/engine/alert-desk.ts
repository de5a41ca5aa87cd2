import type { Alert } from "./alert.ts";
import type { ClosingAlerts } from "./closing-alerts.ts";
import { alertOf, type OpenAlert } from "./open-alert.ts";

/** Decides when alerts are handed out: once, as they close; or live, as they come and whenever they have grown. */
export class AlertDesk {
  readonly #closing: ClosingAlerts;
  readonly #isLive: boolean;
  /** Open alerts of the state that may not have been told yet; live, they are first of all. */
  #restored: readonly OpenAlert[] = [];
  /** Live: how an alert was when it was handed out. */
  readonly #told = new WeakMap<OpenAlert, string>();

  constructor(closing: ClosingAlerts, isLive: boolean) {
    this.#closing = closing;
    this.#isLive = isLive;
  }

  /**
   * Takes the open alerts of a state.
   *
   * @param orphans those of which the state is let go
   */
  restore(alerts: readonly OpenAlert[], orphans: readonly OpenAlert[]): void {
    for (const alert of alerts) this.#closing.add(alert);
    for (const alert of orphans) this.#closing.closeEarly(alert, Number.NEGATIVE_INFINITY);
    this.#restored = [...alerts, ...orphans];
  }

  /**
   * What to hand out, now that all before a time has come.
   *
   * @param raised alerts that were made or have grown
   */
  handOut(raised: ReadonlySet<OpenAlert>, now: number): readonly Alert[] {
    for (const alert of raised) this.#closing.add(alert);
    const closed = this.#closing.close(now);
    const restored = this.#restored;
    this.#restored = [];
    return this.#isLive ? this.#changed(new Set([...restored, ...raised, ...closed])) : closed.map(alertOf);
  }

  /** All that is left, although it is open. */
  handOutRest(): readonly Alert[] {
    const rest = this.#closing.close(Number.POSITIVE_INFINITY);
    return this.#isLive ? this.#changed(new Set(rest)) : rest.map(alertOf);
  }

  #changed(alerts: ReadonlySet<OpenAlert>): Alert[] {
    const changed = [...alerts].filter((alert) => this.#told.get(alert) !== lookOf(alert));
    for (const alert of changed) this.#told.set(alert, lookOf(alert));
    return changed.map(alertOf);
  }
}

/** What of an alert can change, in short. */
function lookOf({ eventCount, severity, faults }: OpenAlert): string {
  return `${eventCount} ${severity} ${faults.length}`;
}
