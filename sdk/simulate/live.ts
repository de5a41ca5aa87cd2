import type { JsonObject } from "../base/json.ts";
import { DAY, HOUR } from "./calendar.ts";
import type { Call } from "./call.ts";
import type { TrailEvent } from "./control-plane/trail-event.ts";
import { writeTrailRecord } from "./control-plane/write-trail-record.ts";
import { type HourQueue, hourQueue } from "./hour-queue.ts";
import { withoutBodies } from "./invocation-record.ts";
import type { Agenda, Engagement } from "./life/agenda.ts";
import type { Change } from "./life/decoy.ts";
import { everydayTrail } from "./life/everyday-trail.ts";
import type { LifeRecord } from "./life-record.ts";
import type { Incident } from "./place-incidents.ts";
import { planHour, type Worker } from "./plan-hour.ts";
import { createRandom, type Random } from "./random.ts";
import type { Silence, TrailRecord } from "./scenario.ts";
import type { Count, Tally } from "./tally.ts";
import { wordsOf } from "./words-of.ts";
import { writeRecord } from "./write-record.ts";

/** Everything that is decided before the first hour. */
export interface Plan {
  readonly seed: number;
  readonly start: number;
  readonly end: number;
  readonly agenda: Agenda;
  readonly attacks: readonly { readonly incident: Incident; readonly tally: Tally }[];
  readonly count: Count;
}

/** What is still to be written; the tally is of what it belongs to, unless to ordinary life. */
type Entry = { readonly time: number; readonly tally?: Tally | undefined } & (
  | { readonly kind: "call"; readonly call: Call }
  | { readonly kind: "attack"; readonly call: Call }
  | { readonly kind: "event"; readonly event: TrailEvent }
  | { readonly kind: "trail"; readonly record: TrailRecord["record"] }
);

/** A record with its tally. */
type Written = { readonly tally?: Tally | undefined } & LifeRecord;

/** Share of the ordinary work that is done on a holiday. */
const HOLIDAY = 0.06;

/** Lives from hour to hour: the records of both logs in time order. */
export function* live(plan: Plan): Generator<LifeRecord> {
  const queue = hourQueue<Entry>();
  for (const { incident, tally } of plan.attacks) queueAttack(queue, incident, tally);
  const write = writer(plan);
  const changes = changesOf(plan.agenda, queue);
  const work = workOf(plan, queue);
  for (let hour = plan.start; hour < plan.end; hour += HOUR) {
    work(hour);
    const change = changes(hour);
    for (const entry of queue.take(hour)) {
      const written = write(entry.kind === "call" ? change(entry) : entry);
      if (written?.tally) plan.count(written.tally, written.time, written.record);
      if (written) yield written;
    }
  }
}

function queueAttack(queue: HourQueue<Entry>, { attack }: Incident, tally: Tally): void {
  for (const call of attack.calls) queue.add({ kind: "attack", time: call.time, call, tally });
  for (const { time, record } of attack.trail ?? []) queue.add({ kind: "trail", time, record, tally });
}

/** Queues what everybody does in an hour. */
function workOf({ agenda, start, seed }: Plan, queue: HourQueue<Entry>): (hour: number) => void {
  const random = createRandom(seed);
  const newcomers = new Map<Worker, Engagement>();
  for (const engagement of agenda.engagements)
    for (const worker of engagement.staffing?.come ?? []) newcomers.set(worker, engagement);
  return (hour) => {
    const isHoliday = agenda.holidays.has(Math.floor(hour / DAY) * DAY);
    const day = Math.floor((hour - start) / DAY);
    const workers = agenda.workersAt(hour);
    for (const worker of workers) {
      const { staffing, tally } = newcomers.get(worker) ?? {};
      for (const call of planHour(worker, hour, day, random, isHoliday ? HOLIDAY : 1)) {
        const isNew = staffing !== undefined && call.time < staffing.until;
        queue.add({ kind: "call", time: call.time, call, tally: isNew ? tally : undefined });
      }
    }
    if (isHoliday) return;
    for (const event of everydayTrail(workers, hour, start, random))
      queue.add({ kind: "event", time: event.time, event });
  };
}

type CallEntry = Extract<Entry, { readonly kind: "call" }>;

/** Queues what the agenda has for an hour, and answers what becomes of the calls of that hour. */
function changesOf(
  { engagements }: Agenda,
  queue: HourQueue<Entry>,
): (hour: number) => (entry: CallEntry) => CallEntry {
  let changes: { change: Change; tally: Tally; random: Random }[] = [];
  let next = 0;
  return (hour) => {
    changes = changes.filter(({ change }) => change.to > hour);
    for (let due = engagements[next]; due && due.at < hour + HOUR; due = engagements[next]) {
      const { tally } = due;
      const random = createRandom(due.seed);
      const happening = due.decoy.happens?.(due, random);
      for (const call of happening?.calls ?? []) queue.add({ kind: "call", time: call.time, call, tally });
      for (const event of happening?.trail ?? [])
        queue.add({ kind: "event", time: event.time, event, tally });
      if (happening?.change) changes.push({ change: happening.change, tally, random });
      next += 1;
    }
    return (entry) => {
      const { call, time } = entry;
      if (entry.tally) return entry;
      for (const { change, tally, random } of changes) {
        const changed = time >= change.from && time < change.to ? change.of(call, random) : undefined;
        if (changed) return { ...entry, call: changed, tally };
      }
      return entry;
    };
  };
}

/** Writes what is due, unless a silence keeps it out of the log. */
function writer({ seed, attacks }: Plan): (entry: Entry) => Written | undefined {
  // Attacks take random values of their own, so that ordinary records are the same without them.
  const random = createRandom(seed ^ WRITTEN);
  const attackers = createRandom(seed ^ ATTACKED);
  const silences = attacks.flatMap(({ incident, tally }) =>
    (incident.attack.silences ?? []).map((silence) => ({ silence, tally })),
  );
  return (entry) => {
    const { time, tally } = entry;
    if (entry.kind === "event")
      return { kind: "trail", time, record: writeTrailRecord(entry.event, random), tally };
    if (entry.kind === "trail") return { kind: "trail", time, record: entry.record as JsonObject, tally };
    const isAttack = entry.kind === "attack";
    const { input, output } = entry.call.tokens;
    const written = writeRecord(entry.call, isAttack ? attackers : random, wordsOf((input + output) >> 1));
    const hidden = isAttack ? undefined : silences.find(({ silence }) => hides(silence, entry.call));
    if (hidden === undefined) return { kind: "invocation", ...written, tally };
    if (hidden.silence.missing === "records") return undefined;
    return { kind: "invocation", ...withoutBodies(written), tally: hidden.tally };
  };
}

const [WRITTEN, ATTACKED] = [0x5eed_0004, 0x5eed_0005];

function hides(silence: Silence, { account, region, time }: Call): boolean {
  return (
    account === silence.account &&
    (silence.region === undefined || region === silence.region) &&
    time >= silence.from &&
    time < silence.to
  );
}
