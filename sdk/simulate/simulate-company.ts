import { DAY, HOUR } from "./calendar.ts";
import type { Call } from "./call.ts";
import { INCIDENTS } from "./incidents.ts";
import type { SimulatedRecord } from "./invocation-record.ts";
import { withOutage } from "./outage.ts";
import { planHour, staff, type Worker } from "./plan-hour.ts";
import { PRODUCTION_WORKLOADS } from "./production-workloads.ts";
import { createRandom, type Random } from "./random.ts";
import { RESEARCH_WORKLOADS } from "./research-workloads.ts";
import { writeRecord } from "./write-record.ts";

export interface SimulationOptions {
  /** Any 32-bit integer; the same seed and options give the same records. */
  readonly seed: number;
  /** The log's first moment, rounded down to the hour. */
  readonly start: Date;
  /** Length of the log. The incidents lie on days 9, 10 and 12, counted from 0. */
  readonly days: number;
  /** Multiplies the ordinary traffic: 1 is about 13,000 records in 14 days, 2 doubles the principals. Default 1. */
  readonly scale?: number;
  /** Whether the three incidents happen. Default true. They change nothing in the ordinary traffic. */
  readonly incidents?: boolean;
  /** Average words of a prompt or an answer. Default 12, about 1 KB a record; 270 makes about 4 KB. */
  readonly bodyWords?: number;
}

const INCIDENT_SEED = 0x1c1de;

/**
 * The Bedrock invocation log of Tolvane Freight, an invented haulier, as records in time order. Generated an hour
 * at a time, so memory depends on the scale and not on the number of days.
 */
export function* simulateCompany(options: SimulationOptions): Generator<SimulatedRecord> {
  const { seed, days, scale = 1, bodyWords = 12 } = options;
  const start = Math.floor(options.start.getTime() / HOUR) * HOUR;
  const random = createRandom(seed);
  const workers = staff([...PRODUCTION_WORKLOADS, ...RESEARCH_WORKLOADS], scale);
  const incidents = options.incidents === false ? [] : incidentRecords(seed, start, bodyWords);

  let next = 0;
  for (const call of ordinaryCalls(workers, start, days, random)) {
    for (let due = incidents[next]; due && due.time <= call.time; due = incidents[next]) {
      yield due;
      next += 1;
    }
    yield writeRecord(call, random, bodyWords);
  }
  const end = start + days * DAY;
  yield* incidents.slice(next).filter(({ time }) => time < end);
}

/** Every ordinary call in time order. A task that goes on past its hour continues in the next. */
function* ordinaryCalls(
  workers: readonly Worker[],
  start: number,
  days: number,
  random: Random,
): Generator<Call> {
  let continued: Call[] = [];
  for (let time = start; time < start + days * DAY; time += HOUR) {
    const day = Math.floor((time - start) / DAY);
    const begun = workers.flatMap((worker) => planHour(worker, time, day, random));
    const calls = withOutage([...continued, ...begun], workers, start, time, random);
    calls.sort((a, b) => a.time - b.time);
    const later = calls.findIndex((call) => call.time >= time + HOUR);
    continued = later < 0 ? [] : calls.splice(later);
    yield* calls;
  }
}

/** The incidents' records in time order, from random values of their own. */
function incidentRecords(seed: number, start: number, bodyWords: number): SimulatedRecord[] {
  const random = createRandom(seed ^ INCIDENT_SEED);
  return INCIDENTS.flatMap(({ id, calls }) =>
    calls(start, random).map((call) => ({ ...writeRecord(call, random, bodyWords), incident: id })),
  ).toSorted((a, b) => a.time - b.time);
}
