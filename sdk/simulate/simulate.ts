import type { Digest } from "../base/digest.ts";
import { DAY } from "./calendar.ts";
import { chooseVariants } from "./choose-variants.ts";
import type { Labels } from "./labels.ts";
import { type Agenda, planAgenda } from "./life/agenda.ts";
import { lifeStaff } from "./life/life-staff.ts";
import type { LifeRecord } from "./life-record.ts";
import { live } from "./live.ts";
import { type Incident, placeIncidents } from "./place-incidents.ts";
import { createRandom } from "./random.ts";
import { SCENARIOS } from "./scenarios/index.ts";
import { counter, emptyTally, labelled, type Tally } from "./tally.ts";

export type { LifeRecord } from "./life-record.ts";

export interface SimulateOptions {
  /** Any 32-bit integer; the same options give the same records. */
  readonly seed: number;
  /** Hashes the row ids of the labels. */
  readonly digest: Digest;
  /** Whether the attacks take their texts from the lists that only the scoreboard uses. Default: false. */
  readonly heldOut?: boolean;
  /** Length of the logs, 1 to 365. Attacks begin on day 8, counted from 0. Default: 21. */
  readonly days?: number;
  /** Multiplies the ordinary traffic: 1 is about 1,800 records a day. Default: 1. */
  readonly scale?: number;
  /** `id/variant`, or `id` for a variant by chance. Default: one variant of every scenario. */
  readonly scenarios?: readonly string[];
  /** The day on which the logs begin, in UTC. Default: 2026-08-03, a Monday. */
  readonly start?: Date;
}

/** The logs of a simulated company, and what lies in them. */
export interface Simulation {
  /** Both logs in time order, made hour by hour as they are read, once. */
  readonly records: Iterable<LifeRecord>;
  /** Attacks for which there was no room, as `id/variant`. */
  readonly unplaced: readonly string[];
  /** What has been written; complete once all records have been read. */
  labels(): Labels;
}

/** Each part of the simulation takes random values of its own, so that one does not change another. */
const [AGENDA, CHOICE, PLACES] = [0x5eed_0001, 0x5eed_0002, 0x5eed_0003];

const FIRST_START = new Date("2026-08-03T00:00:00Z");

/**
 * Weeks of the Bedrock invocation log and of the trail of Tolvane Freight, an invented haulier: ordinary life, what
 * looks like an attack and is none, and attacks.
 *
 * @throws RangeError with the name of a scenario or variant that there is not
 * @example
 * const simulation = simulate({ seed: 1, digest: sha256, scenarios: ["model-enumeration"] });
 * for (const { kind, record } of simulation.records) console.log(kind, JSON.stringify(record));
 * simulation.labels().incidents;
 */
export function simulate(options: SimulateOptions): Simulation {
  const { seed, heldOut = false, days = 21, scale = 1 } = options;
  const start = Math.floor((options.start ?? FIRST_START).getTime() / DAY) * DAY;
  const end = start + days * DAY;
  const agenda = planAgenda(start, days, seed ^ AGENDA, lifeStaff(scale));
  const choices = chooseVariants(SCENARIOS, options.scenarios, createRandom(seed ^ CHOICE));
  const { incidents, unplaced } = placeIncidents(
    choices,
    { start, end, seed: seed ^ PLACES, reserved: agenda.disturbed },
    (at) => ({ start, end, at, heldOut, workloads: agenda.workersAt(at).map(({ workload }) => workload) }),
  );
  const attacks = incidents.map((incident) => ({ incident, tally: tallyOf(incident) }));
  let records = 0;
  function* counted(): Generator<LifeRecord> {
    for (const record of live({ seed, start, end, agenda, attacks, count: counter(options.digest) })) {
      records += 1;
      yield record;
    }
  }
  return {
    records: counted(),
    unplaced: unplaced.map(({ scenario, variant }) => `${scenario.id}/${variant}`),
    labels: () => ({
      version: 1,
      seed,
      heldOut,
      days,
      scale,
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      records,
      incidents: attacks.map(({ incident, tally }) => incidentLabel(incident, tally)),
      decoys: decoyLabels(agenda),
    }),
  };
}

/** What lies in the logs of an attack begins, at the latest, when it begins to keep something out of them. */
function tallyOf({ attack }: Incident): Tally {
  const times = (attack.silences ?? []).flatMap(({ from, to }) => [from, to]);
  const tally = emptyTally(Math.min(...times), Math.max(...times));
  for (const { account, region } of attack.silences ?? []) {
    tally.accounts.add(account);
    if (region !== undefined) tally.regions.add(region);
  }
  return tally;
}

function incidentLabel({ scenario, variant, attack }: Incident, tally: Tally): Labels["incidents"][number] {
  const { id, title, techniques } = scenario;
  const { from, to, accounts, principals, rows } = labelled(tally);
  return {
    id: `${id}/${variant}`,
    scenario: id,
    variant,
    title,
    techniques,
    from,
    to,
    accounts,
    regions: [...tally.regions].toSorted(),
    principals,
    rows,
    silences: (attack.silences ?? []).map((silence) => ({
      ...silence,
      from: new Date(silence.from).toISOString(),
      to: new Date(silence.to).toISOString(),
    })),
    planted: attack.planted ?? [],
  };
}

function decoyLabels({ engagements, holidays }: Agenda): Labels["decoys"] {
  const happened = engagements.filter(({ tally }) => tally.rows.length > 0);
  const quiet = [...holidays].map((day) => ({
    id: "holiday",
    title: "Hardly anybody works.",
    ...labelled(emptyTally(day, day + DAY - 1)),
  }));
  return [
    ...happened.map(({ decoy: { id, title }, tally }) => ({ id, title, ...labelled(tally) })),
    ...quiet,
  ].toSorted((one, other) => Date.parse(one.from) - Date.parse(other.from));
}
