import { CaracalError } from "../base/caracal-error.ts";
import { type Duration, toMilliseconds } from "../base/duration.ts";
import type { JsonObject } from "../base/json.ts";
import type { Alert } from "../engine/alert.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { Detection } from "../rule/step.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { clockTime, type Moment } from "./clock-time.ts";
import { earlierAlerts } from "./earlier-alerts.ts";
import { timeText } from "./join-differs.ts";
import { noteRun } from "./note-run.ts";
import { RecordReader } from "./record-reader.ts";
import { type Replay, type ReplayOptions, type Run, runEvents, tick } from "./run-events.ts";

/** A record, or what makes the one that comes as number `at` (from 0) at a time. */
export type TimelineRecord = JsonObject | ((at: number, time: Date) => JsonObject);

/** What is new at a moment of a timeline. */
export interface Look extends Checkpoint {
  readonly before: Replay;
  /** The alerts that are not new, but have grown. */
  readonly grown: readonly Alert[];
}

/** A clock, and what has come by it. */
export class RunningTimeline {
  readonly #rules: Detection | readonly Detection[];
  readonly #start: number;
  readonly #options: ReplayOptions;
  readonly #ignored: ReadonlySet<string>;
  readonly #reader: RecordReader;
  readonly #arrived: AnyEvent[] = [];
  #now: number;
  /** Whether something has come at this moment. */
  #isTaken = false;
  #before: Replay;

  /**
   * @param start in milliseconds since 1970
   * @param ignored keys of alerts that are not compared
   */
  constructor(
    rules: Detection | readonly Detection[],
    start: number,
    { ignored = [], ...options }: ReplayOptions & { readonly ignored?: Iterable<string> },
  ) {
    this.#rules = rules;
    this.#start = start;
    this.#now = start;
    this.#options = options;
    this.#ignored = new Set(ignored);
    this.#reader = new RecordReader(options.logTypes);
    this.#before = runEvents(rules, [], options);
  }

  at(when: Moment, records: readonly TimelineRecord[]): void {
    const time = clockTime(when, this.#start);
    if (time < this.#now)
      throw this.#misplaced(when, "before", "a record that comes late is given with late(…)");
    this.#goTo(time);
    for (const [at, record] of records.entries()) this.#take(record, at, time);
  }

  every(step: Duration, times: number, record: TimelineRecord): void {
    const apart = toMilliseconds(step);
    const first = this.#isTaken ? this.#now + apart : this.#now;
    for (let at = 0; at < times; at++) {
      this.#goTo(first + at * apart);
      this.#take(record, at, this.#now);
    }
  }

  late(when: Moment, records: readonly TimelineRecord[]): void {
    const time = clockTime(when, this.#start);
    if (time > this.#now)
      throw this.#misplaced(when, "after", "a record that comes in time is given with at(…)");
    this.#arrived.push(this.#tick());
    for (const [at, record] of records.entries()) this.#take(record, at, time);
  }

  records(records: readonly JsonObject[]): void {
    const isFirst = this.#arrived.length === 0;
    const times = records.map((record) => this.#take(record).p_event_time.getTime());
    if (times.length === 0) return;
    const latest = Math.max(...times);
    this.#goTo(isFirst ? latest : Math.max(this.#now, latest));
    this.#isTaken = true;
  }

  /** What is new since the last look; the running test is told. */
  look(): Look {
    const before = this.#before;
    const run = this.result();
    this.#before = run;
    noteRun(run, before);
    const earlier = earlierAlerts(run.alerts, before.alerts);
    const alerts = run.alerts.filter((alert) => !earlier.has(alert));
    const grown = [...earlier].filter(([now, then]) => now.eventCount > then.eventCount).map(([now]) => now);
    return { ...run, alerts, before, grown, start: this.#start, ignored: this.#ignored };
  }

  /** What has come of it all, with alerts in order of time. */
  result(): Run {
    const run = runEvents(this.#rules, [...this.#arrived, this.#tick()], this.#options);
    const alerts = run.alerts.toSorted(
      (one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt),
    );
    return { ...run, alerts };
  }

  #tick(): AnyEvent {
    return tick(this.#now, this.#arrived.length);
  }

  #goTo(time: number): void {
    if (time !== this.#now) this.#isTaken = false;
    this.#now = time;
  }

  /** @param time when it happened. Default: what it says */
  #take(record: TimelineRecord, at = 0, time?: number): AnyEvent {
    const made = typeof record === "function" ? record(at, new Date(time ?? this.#now)) : record;
    const event = this.#reader.read(made, time);
    this.#arrived.push(event);
    this.#isTaken = true;
    return event;
  }

  #misplaced(when: Moment, where: "before" | "after", fix: string): CaracalError {
    const moment = when instanceof Date ? timeText(when.getTime()) : when;
    const message = `${moment} is ${where} the time of the clock, ${timeText(this.#now)}`;
    return new CaracalError({ code: "ARGUMENT_INVALID", message, fix });
  }
}
