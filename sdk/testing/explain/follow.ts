import type { AnyEvent } from "../../event/log-types.ts";
import { sha256 } from "../../event/sha256.ts";
import { rulesNeeded } from "../../rule/check-correlations.ts";
import { type AnyCorrelation, isCorrelation } from "../../rule/correlation.ts";
import type { AnyRule } from "../../rule/rule.ts";
import type { Detection } from "../../rule/step.ts";
import { ClosingAlerts } from "../../engine/closing-alerts.ts";
import { Correlations } from "../../engine/correlation/correlations.ts";
import type { StepMatch } from "../../engine/correlation/step-match.ts";
import { emptyCounts } from "../../engine/engine-counts.ts";
import type { Lane } from "../../engine/lane.ts";
import { Lanes } from "../../engine/lanes.ts";
import type { Match } from "../../engine/match.ts";
import type { OpenAlert } from "../../engine/open-alert.ts";

/** An event, and which it is of those that came. */
export interface Numbered {
  readonly event: AnyEvent;
  /** From 1. */
  readonly number: number;
}

/** The parts of the engine that runs in production, one event at a time so that each can be looked at in between. */
export interface Following {
  readonly lanes: Lanes;
  readonly correlations: Correlations;
  /** How far the log has come, in milliseconds since 1970. */
  readonly now: number;
}

/** What to look at on the way. */
export interface Watcher {
  /** Before a match is counted. */
  readonly before?: (lane: Lane, match: Match, about: Numbered) => void;
  /** After a match was counted, with the alert that it made or joined. */
  readonly after?: (lane: Lane, match: Match, about: Numbered, alert: OpenAlert | undefined) => void;
  /** Before correlations count what came at one time. */
  readonly steps?: (steps: readonly StepMatch[], correlations: Correlations) => void;
  /** The alerts that were made or joined without a match: by a silence, or by correlations. */
  readonly alerts?: (alerts: readonly OpenAlert[], about: Numbered) => void;
}

const REST = Number.MAX_SAFE_INTEGER;

/**
 * Takes events through the rules in order of time. Rules that are switched off run too, as in tests.
 *
 * @param events of any order; those that no rule is over only let time go on
 */
export function follow(detection: Detection, events: readonly Numbered[], watcher: Watcher): Following {
  const { lanes, correlations } = assemble(detection);
  const inOrder = events.toSorted((one, other) => byTime(one.event, other.event));
  let now = Number.NEGATIVE_INFINITY;
  for (let from = 0, to = 1; from < inOrder.length; from = to++) {
    const time = timeOf(inOrder[from]);
    while (timeOf(inOrder[to]) === time) to++;
    const together = inOrder.slice(from, to);
    const [first] = together;
    if (first === undefined) break;
    now = time;
    const steps: StepMatch[] = [];
    const silent = lanes.all.flatMap((lane) => lane.runner.expire(time));
    if (silent.length > 0) watcher.alerts?.(silent, first);
    for (const about of together) count(lanes, about, watcher);
    for (const { runner } of lanes.all) steps.push(...runner.takeStepMatches());
    watcher.steps?.(steps, correlations);
    const completed = correlations.run(steps, time);
    if (completed.length > 0) watcher.alerts?.(completed, together.at(-1) ?? first);
  }
  return { lanes, correlations, now };
}

function assemble(detection: Detection): Pick<Following, "lanes" | "correlations"> {
  const needed = isCorrelation(detection) ? [...rulesNeeded(detection), detection] : [detection];
  const simple: AnyRule[] = [];
  const joined: AnyCorrelation[] = [];
  for (const rule of needed) {
    if (isCorrelation(rule)) joined.push(rule);
    else simple.push(rule);
  }
  const shared = {
    digest: sha256,
    counts: emptyCounts(),
    closing: new ClosingAlerts(),
    limit: 100_000,
    isSaved: false,
    remake: (record: object) => record as AnyEvent,
  };
  const correlations = new Correlations(joined, shared, () => 0);
  return { lanes: new Lanes(simple, correlations, shared, () => 0), correlations };
}

/** Asks the rules about an event, and counts what matches. */
function count(lanes: Lanes, about: Numbered, watcher: Watcher): void {
  const { event } = about;
  const { answers, ...id } = lanes.ask(event);
  const common = {
    recordSize: 0,
    size: 0,
    lateAt: undefined,
    matches: [],
    record: event,
    event: () => event,
  };
  for (const answer of answers) {
    const lane = lanes.of(answer.ruleId);
    if (lane === undefined) continue;
    const match: Match = { ...answer, rule: lane.rule, arrival: { ...id, ...common } };
    watcher.before?.(lane, match, about);
    const [alert] = lane.runner.run([match]);
    watcher.after?.(lane, match, about, alert);
  }
}

function timeOf(numbered: Numbered | undefined): number {
  return numbered === undefined ? REST : numbered.event.p_event_time.getTime();
}

function byTime(one: AnyEvent, other: AnyEvent): number {
  const apart = one.p_event_time.getTime() - other.p_event_time.getTime();
  return apart !== 0 ? apart : one.p_row_id < other.p_row_id ? -1 : 1;
}
