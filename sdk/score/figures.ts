import type { Judged } from "./attribution.ts";
import { quantile } from "./quantile.ts";

/** A share is not there where there is nothing to have a share of. */
export interface Figures {
  readonly incidents: number;
  readonly found: number;
  /** The share of the incidents that an alert belongs to. */
  readonly recall?: number;
  readonly alerts: number;
  readonly falseAlerts: number;
  /** The share of the alerts that belong to an incident. */
  readonly precision?: number;
  /** False alerts a day. */
  readonly falsePerDay: number;
  /** From an incident's first event to the first alert that belongs to it; of those that were found. */
  readonly medianTime?: number;
  /** Nine of ten that were found took no longer. */
  readonly ninthTime?: number;
}

/**
 * The figures of a level of severity.
 *
 * @param times how many seconds it took to find each incident; of one that was not found, `undefined`
 * @param heard the alerts of that level
 */
export function figures(
  times: readonly (number | undefined)[],
  heard: readonly Judged[],
  days: number,
): Figures {
  const found = times.filter((time) => time !== undefined);
  const falseAlerts = heard.filter(({ incidents }) => incidents.length === 0).length;
  const medianTime = quantile(found, 0.5);
  const ninthTime = quantile(found, 0.9);
  return {
    incidents: times.length,
    found: found.length,
    ...(times.length > 0 && { recall: found.length / times.length }),
    alerts: heard.length,
    falseAlerts,
    ...(heard.length > 0 && { precision: (heard.length - falseAlerts) / heard.length }),
    falsePerDay: falseAlerts / days,
    ...(medianTime !== undefined && { medianTime }),
    ...(ninthTime !== undefined && { ninthTime }),
  };
}
