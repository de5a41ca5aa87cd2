import { DAY, HOUR } from "./calendar.ts";
import type { Choice } from "./choose-variants.ts";
import type { Call } from "./call.ts";
import { createRandom, type Random } from "./random.ts";
import type { Attack, Stage, TrailRecord } from "./scenario.ts";

/** The day, counted from 0, before which nothing is attacked. */
const QUIET_DAYS = 8;

/** Other times that are tried for an attack that gets in the way of another. */
const TRIES = 60;

/** An attack in its place. */
export interface Incident extends Choice {
  readonly attack: Attack;
  /** First and last moment. */
  readonly from: number;
  readonly to: number;
  /** Whom the log names as callers. */
  readonly callers: ReadonlySet<string>;
}

export interface Placement {
  readonly incidents: readonly Incident[];
  /** What had no room. */
  readonly unplaced: readonly Choice[];
}

/** Times at which nothing may be attacked, in milliseconds since 1970. */
export interface Reserved {
  readonly from: number;
  readonly to: number;
}

/**
 * Spreads attacks over the days after the quiet ones. No principal has two within a day, and none falls into the
 * silence of another.
 *
 * @param stageAt what an attack at a time can use
 */
export function placeIncidents(
  choices: readonly Choice[],
  { start, end, seed, reserved }: { start: number; end: number; seed: number; reserved: readonly Reserved[] },
  stageAt: (at: number) => Stage,
): Placement {
  const random = createRandom(seed);
  const first = start + QUIET_DAYS * DAY;
  if (first >= end) return { incidents: [], unplaced: choices };
  const turns = shuffled(choices.length, random);
  const silence = choices.map((choice) => silenceOf(incidentAt(choice, first, stageAt(first), seed)));
  // Long silences find room first, for nothing else may happen in them.
  const order = turns.toSorted((one, other) => (silence[other] ?? 0) - (silence[one] ?? 0));
  const incidents: Incident[] = [];
  const unplaced: Choice[] = [];
  for (const index of order) {
    const choice = choices[index] as Choice;
    const placed = place(choice, turns.indexOf(index) / turns.length);
    if (placed) incidents.push(placed);
    else unplaced.push(choice);
  }
  return { incidents: incidents.toSorted((one, other) => one.from - other.from), unplaced };

  /** Tries the attack's own share of the time first, so that all are spread evenly, and then any. */
  function place(choice: Choice, own: number): Incident | undefined {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const share = attempt === 0 ? own : random.int(0, 9_999) / 10_000;
      const at = first + Math.floor(((end - first) * share) / 1_000) * 1_000 + random.int(0, 3_599) * 1_000;
      const incident = incidentAt(choice, at, stageAt(at), random.int(0, 0x7fff_ffff));
      const isIn = incident.from >= at && incident.to <= end;
      if (
        isIn &&
        !meetsReserved(incident, reserved) &&
        !incidents.some((other) => isInTheWay(incident, other))
      )
        return incident;
    }
    return undefined;
  }
}

/** How long an attack keeps records out of the log, in milliseconds. */
const silenceOf = ({ attack }: Incident): number =>
  (attack.silences ?? []).reduce((sum, { from, to }) => sum + to - from, 0);

function shuffled(length: number, random: Random): number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last -= 1) {
    const other = random.int(0, last);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

function incidentAt(choice: Choice, at: number, stage: Stage, seed: number): Incident {
  const attack = choice.scenario.variants[choice.variant]?.(stage, createRandom(seed)) ?? { calls: [] };
  const times = [...attack.calls, ...(attack.trail ?? [])].map(({ time }) => time);
  for (const { from, to } of attack.silences ?? []) times.push(from, to);
  const from = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  const to = times.reduce((most, time) => Math.max(most, time), at);
  return {
    ...choice,
    attack,
    from,
    to,
    callers: new Set([...attack.calls.map(callerOf), ...(attack.trail ?? []).flatMap(trailCallerOf)]),
  };
}

/** The caller without the session, unless it is a person. */
const callerOf = ({ arn }: Pick<Call, "arn">): string =>
  arn.includes("AWSReservedSSO_") ? arn : arn.split("/").slice(0, 2).join("/");

function trailCallerOf({ record }: TrailRecord): string[] {
  const { arn } = (record.userIdentity ?? {}) as { readonly arn?: string };
  return arn === undefined ? [] : [callerOf({ arn })];
}

const meetsReserved = ({ from, to }: Incident, reserved: readonly Reserved[]): boolean =>
  reserved.some((other) => from < other.to + HOUR && other.from < to + HOUR);

function isInTheWay(one: Incident, other: Incident): boolean {
  const isNear = one.from < other.to + DAY && other.from < one.to + DAY;
  if (!isNear) return false;
  return (
    [...one.callers].some((caller) => other.callers.has(caller)) || hides(one, other) || hides(other, one)
  );
}

/** Whether an attack keeps calls of another out of the log. */
function hides({ attack }: Incident, other: Incident): boolean {
  return (attack.silences ?? []).some(
    ({ account, region, from, to }) =>
      other.attack.calls.some(
        (call) =>
          call.account === account &&
          (region === undefined || call.region === region) &&
          call.time >= from &&
          call.time < to,
      ) ||
      (other.attack.silences ?? []).some(
        (silence) => silence.account === account && silence.from < to && from < silence.to,
      ),
  );
}
