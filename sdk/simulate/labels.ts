import type { Silence } from "./scenario.ts";

/** What a simulated log holds, beside ordinary life. Times are RFC 3339 UTC, both ends included. */
export interface Labels {
  readonly version: 1;
  readonly seed: number;
  readonly heldOut: boolean;
  readonly days: number;
  readonly scale: number;
  readonly start: string;
  readonly end: string;
  /** Records of both logs, each counted once however often it was delivered. */
  readonly records: number;
  readonly incidents: readonly IncidentLabel[];
  readonly decoys: readonly DecoyLabel[];
}

/** What lies where: of an attack, or of what only looks like one. */
export interface DecoyLabel {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly accounts: readonly string[];
  /** Keys as `principal(event).key` has them. */
  readonly principals: readonly string[];
  /** `p_row_id` of each event, of both log types. */
  readonly rows: readonly string[];
}

/** An attack. */
export interface IncidentLabel extends DecoyLabel {
  readonly scenario: string;
  readonly variant: string;
  /** MITRE ATLAS technique ids. */
  readonly techniques: readonly string[];
  readonly regions: readonly string[];
  readonly silences: readonly (Omit<Silence, "from" | "to"> & {
    readonly from: string;
    readonly to: string;
  })[];
  /** Texts that no alert may show. */
  readonly planted: readonly string[];
}
