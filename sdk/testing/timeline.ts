import { expect } from "vitest";
import type { Duration } from "../base/duration.ts";
import type { JsonObject } from "../base/json.ts";
import type { Detection } from "../rule/step.ts";
import { callFrom } from "./call-from.ts";
import { clockTime, type Moment } from "./clock-time.ts";
import type { ExpectedAlert } from "./expected-alert.ts";
import "./matchers.ts";
import { refuseUnseen } from "./refuse-unseen.ts";
import type { Replay, ReplayOptions } from "./run-events.ts";
import { RunningTimeline, type TimelineRecord } from "./running-timeline.ts";
import { SAMPLE_TIME } from "./samples.ts";
import { unexpectedFailure } from "./unexpected-failure.ts";

export interface TimelineOptions extends ReplayOptions {
  /** Keys of alerts that are not compared. Default: none. */
  readonly ignored?: Iterable<string>;
}

/**
 * A clock that a test sets, the records that come as it goes on, and what rules make of them. Each step hands the
 * timeline back; an expectation looks at what is new since the one before.
 *
 * The times of the records are the clock's: what a record says of its time does not matter.
 */
export interface Timeline {
  /**
   * Sets the clock, and lets records come at that moment. Without records time goes on and nothing comes, as when a log
   * falls silent.
   *
   * @param when how long after the start, such as `"+4m59s"`, or a time; not before the clock
   */
  at(when: Moment, ...records: TimelineRecord[]): Timeline;
  /**
   * Lets records come one by one and evenly apart: the first now, or a step later where something has come at this moment.
   * The clock then stands at the last.
   *
   * @example
   * timeline(errorSpike).every("10s", 20, (at) => invocation({ modelId: `model-${at}`, errorCode: "ThrottlingException" }));
   */
  every(step: Duration, times: number, record: TimelineRecord): Timeline;
  /**
   * Lets records come now that happened earlier: within the lateness they count as if they had come in time.
   *
   * @param when when they happened: how long after the start, or a time; not after the clock
   */
  late(when: Moment, ...records: TimelineRecord[]): Timeline;
  /**
   * Lets records come as they are, at the times that they say. The clock then stands at the latest of them, unless it is
   * further on with records that came before.
   */
  records(records: JsonObject | readonly JsonObject[]): Timeline;
  /** There are new alerts, these and no others: an object stands for the only one, a list for all in order of time. */
  expectAlert(expected?: ExpectedAlert | readonly ExpectedAlert[]): Timeline;
  /**
   * There is no new alert, and of a rule with `createAlert: false` no new match. Known alerts may have grown. Before a
   * rule has seen a record, this is refused.
   */
  expectNothing(): Timeline;
  /** There is no new alert, but known ones have grown: these and no others. */
  expectUpdate(expected?: ExpectedAlert | readonly ExpectedAlert[]): Timeline;
  /** So many new matches, of all rules under test. */
  expectMatches(count: number): Timeline;
  /** All that has come of it so far. */
  result(): Replay;
}

/**
 * Starts a timeline.
 *
 * @param rules what is under test: a rule, a correlation, or several
 * @param start when the clock begins; may be left out, also before options. Default: 2026-03-02T09:00:00Z, a Monday
 * @example
 * timeline(errorSpike)
 *   .every("10s", 19, invocation({ errorCode: "AccessDeniedException" }))
 *   .expectNothing()
 *   .at("+4m59s", invocation({ errorCode: "AccessDeniedException" }))
 *   .expectAlert({ severity: "HIGH", eventCount: 20, createdAt: "+4m59s" })
 *   .at("+3h")
 *   .expectNothing();
 */
export function timeline(
  rules: Detection | readonly Detection[],
  start?: Moment,
  options?: TimelineOptions,
): Timeline;
export function timeline(rules: Detection | readonly Detection[], options: TimelineOptions): Timeline;
export function timeline(
  rules: Detection | readonly Detection[],
  first: Moment | TimelineOptions = SAMPLE_TIME,
  second: TimelineOptions = {},
): Timeline {
  const isMoment = typeof first === "string" || first instanceof Date;
  const [start, options] = isMoment ? [first, second] : [SAMPLE_TIME, first];
  const running = new RunningTimeline(rules, clockTime(start, 0), options);
  const step = <Given extends readonly unknown[]>(run: (...given: Given) => void) =>
    function here(...given: Given): Timeline {
      callFrom(here, () => run(...given));
      return chain;
    };
  const chain: Timeline = {
    at: step((when: Moment, ...records: TimelineRecord[]) => running.at(when, records)),
    every: step((apart: Duration, times: number, record: TimelineRecord) =>
      running.every(apart, times, record),
    ),
    late: step((when: Moment, ...records: TimelineRecord[]) => running.late(when, records)),
    records: step((records: JsonObject | readonly JsonObject[]) => running.records([records].flat())),
    expectAlert: step((expected: Expected = {}) => {
      expect(running.look()).toRaise(expected);
    }),
    expectNothing: step(() => {
      expect(running.look()).toRaiseNothing();
    }),
    expectUpdate: step((expected: Expected = {}) => {
      const look = running.look();
      expect(look).toRaiseNothing();
      expect({ ...look, alerts: look.grown }, "of the alerts that have grown").toRaise(expected);
    }),
    expectMatches: step((count: number) => {
      const look = running.look();
      const failure = unexpectedFailure(look);
      if (failure !== undefined) throw failure;
      if (count === 0) refuseUnseen(look);
      expect(matchesOf(look) - matchesOf(look.before), "new matches").toBe(count);
    }),
    result: () => running.result(),
  };
  return chain;
}

type Expected = ExpectedAlert | readonly ExpectedAlert[];

function matchesOf({ rules, counts }: Replay): number {
  return rules.reduce((sum, { id }) => sum + (counts.rules[id]?.matches ?? 0), 0);
}
