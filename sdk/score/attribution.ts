import type { Decoy, LabelledIncident, Labels } from "./labels.ts";
import { isRuleError, type ScoredAlert } from "./scored-alert.ts";
import { isOfSilence, tellsOfSilence } from "./tells-of-silence.ts";

/** The part of an alert's rows that must be an incident's: a tenth. A busy principal's own calls stand between them. */
const LEAST_SHARE = 0.1;

/** What an alert is about, by the labels. */
export interface Attribution {
  /** The incidents that it tells of. */
  readonly incidents: readonly LabelledIncident[];
  /** The ordinary life that it took for an attack, if that has a name. */
  readonly decoy?: Decoy;
}

/** An alert, and what it is about. */
export interface Judged extends Attribution {
  readonly alert: ScoredAlert;
}

/** Makes what tells of an alert to which incidents and to which decoy it belongs. */
export function attributionBy({ incidents, decoys }: Labels): (alert: ScoredAlert) => Attribution {
  const incidentsOf = ownersByRow(incidents);
  const decoysOf = ownersByRow(decoys);
  return (alert) => {
    if (isRuleError(alert)) return { incidents: [] };
    // Whose events came last before a silence is chance.
    const shares = isOfSilence(alert) ? [] : sharesOf(alert, incidentsOf);
    const own = new Set(shares.map(([incident]) => incident));
    const found = incidents.filter(
      (incident) => own.has(incident) || incident.silences.some((silence) => tellsOfSilence(alert, silence)),
    );
    const [most] = sharesOf(alert, decoysOf).toSorted(([, one], [, other]) => other - one);
    return { incidents: found, ...(most !== undefined && { decoy: most[0] }) };
  };
}

function ownersByRow<Owner extends { readonly rows: readonly string[] }>(
  owners: readonly Owner[],
): ReadonlyMap<string, readonly Owner[]> {
  const byRow = new Map<string, Owner[]>();
  for (const owner of owners) {
    for (const row of owner.rows) {
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, [owner]);
      else known.push(owner);
    }
  }
  return byRow;
}

/** Those to whom enough of an alert's rows belong, with how many do. */
function sharesOf<Owner>(
  { eventIds }: ScoredAlert,
  byRow: ReadonlyMap<string, readonly Owner[]>,
): [Owner, number][] {
  const counts = new Map<Owner, number>();
  for (const row of new Set(eventIds)) {
    for (const owner of byRow.get(row) ?? []) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= LEAST_SHARE * eventIds.length);
}
