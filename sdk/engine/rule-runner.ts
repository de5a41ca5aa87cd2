import type { Digest } from "../base/digest.ts";
import type { AnyEvent } from "../event/log-types.ts";
import { worse } from "../rule/severity.ts";
import type { Fault } from "./alert.ts";
import { severityOf } from "./alert-texts.ts";
import { type Arrival, arrivalTime, restoredArrival, storedArrival } from "./arrival.ts";
import type { ClosingAlerts } from "./closing-alerts.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import { type StepMatch, stepMatchesOf } from "./correlation/step-match.ts";
import { createAlert } from "./create-alert.ts";
import type { EngineCounts, RuleCounts } from "./engine-counts.ts";
import { packEntry, unpackEntry } from "./entry.ts";
import { evaluate } from "./evaluate.ts";
import { FirstSeen } from "./first-seen.ts";
import * as windows from "./group.ts";
import type { Group, Measuring } from "./group.ts";
import { groupTable } from "./group-table.ts";
import { type Deadline, Heartbeats } from "./heartbeats.ts";
import type { Grouped, Match } from "./match.ts";
import { addFaults, join, type OpenAlert } from "./open-alert.ts";
import { firstTime } from "./series.ts";
import type { Table } from "./table.ts";

/** What the rules of an engine share. */
export interface Shared {
  readonly digest: Digest;
  readonly counts: EngineCounts;
  readonly closing: ClosingAlerts;
  /** How many groups a rule may have, and how many first-seen keys. */
  readonly limit: number;
  readonly isSaved: boolean;
  readonly remake: (record: object) => AnyEvent | undefined;
}

type GroupedMatch = Match & { readonly grouped: Grouped };

/** Takes the matches of one rule through first-seen, groups, windows and alerts. */
export class RuleRunner {
  readonly groups: Table<Group>;
  readonly errors: Table<Group>;
  readonly firstSeen: FirstSeen | undefined;
  readonly #rule: CompiledRule;
  readonly #own: RuleCounts;
  readonly #shared: Shared;
  readonly #measuring: Measuring;
  readonly #failing: Measuring;
  readonly #heartbeats = new Heartbeats();
  /** What its matches and alerts are for correlations, until it is taken. */
  #stepMatches: StepMatch[] = [];
  /** The time that the rule has come to. */
  #now = Number.NEGATIVE_INFINITY;

  constructor(rule: CompiledRule, own: RuleCounts, shared: Shared) {
    const { firstSeen, measure, within, dedupPeriod } = rule;
    this.#rule = rule;
    this.#own = own;
    this.#shared = shared;
    this.#measuring = { measure, within };
    this.#failing = { measure: { kind: "count", atLeast: 1 }, within: dedupPeriod };
    const closeEarly = (_: string, { alert }: Group): void => {
      if (alert !== undefined) shared.closing.closeEarly(alert, this.#now);
    };
    const onEvict = (key: string, group: Group): void => {
      this.#heartbeats.forget(key);
      closeEarly(key, group);
    };
    this.groups = groupTable(this.#measuring, { ...shared, onEvict });
    this.errors = groupTable(this.#failing, { ...shared, onEvict: closeEarly });
    this.firstSeen = firstSeen && new FirstSeen(firstSeen, shared.limit, shared.isSaved);
  }

  /** Puts a saved group back. */
  restore(key: string, group: Group): void {
    this.groups.restore(key, group);
    if (group.awaited !== undefined) this.#heartbeats.beat({ key, deadline: group.awaited.deadline });
  }

  /** What had to be let go of to make room. */
  get evicted(): number {
    const { keys, scopes } = this.firstSeen ?? {};
    return this.groups.evicted + this.errors.evicted + (keys?.evicted ?? 0) + (scopes?.evicted ?? 0);
  }

  /**
   * The alerts that the matches created or joined; one that several joined is there several times.
   *
   * @param due in order of time, late ones where they arrived
   */
  run(due: readonly Match[]): OpenAlert[] {
    const matches = this.firstSeen?.onlyNew(due) ?? due;
    this.#count(matches);
    const isSignal = this.#rule.rule.createAlert === false;
    const isAbsence = this.#rule.measure.absence !== undefined;
    const raised: OpenAlert[] = [];
    for (const match of matches) {
      this.#tell(match.steps, match.arrival);
      if (!isGrouped(match) || (isSignal && match.error === undefined)) continue;
      this.#now = arrivalTime(match.arrival);
      if (isAbsence && match.error === undefined) {
        raised.push(...this.expire(match.arrival.time));
        this.#beat(match);
        continue;
      }
      const alert = this.#apply(match);
      if (alert !== undefined) raised.push(alert);
    }
    return raised;
  }

  /** The alerts that groups create or join because they fell silent, now that all before a time has come. */
  expire(now: number): OpenAlert[] {
    return this.#heartbeats.takeMissed(now).flatMap((missed) => this.#miss(missed) ?? []);
  }

  /** What came of it for correlations since the last call. */
  takeStepMatches(): readonly StepMatch[] {
    const taken = this.#stepMatches;
    this.#stepMatches = [];
    return taken;
  }

  /** Tells correlations of a match. */
  #tell(steps: readonly StepMatch[] | undefined, { time }: Arrival): void {
    if (steps === undefined) return;
    for (const step of steps) this.#stepMatches.push(step.time === time ? step : { ...step, time });
  }

  /** Tells correlations of the alert that a match raised; not of a late one, which they cannot put in order. */
  #tellAlert({ rule, arrival, grouped, error }: GroupedMatch): void {
    const { alert } = rule.listeners;
    if (alert.length === 0 || arrival.lateAt !== undefined || error !== undefined) return;
    this.#tell(stepMatchesOf(alert, arrival.event(), grouped.entry), arrival);
  }

  #count(matches: readonly Match[]): void {
    if (matches.length === 0) return;
    const { counts } = this.#shared;
    const errors = matches.filter(({ error }) => error !== undefined).length;
    counts.ruleErrors += errors;
    counts.matches += matches.length - errors;
    if (this.#rule.rule.createAlert === false) counts.signals += matches.length - errors;
    this.#own.errors += errors;
    this.#own.matches += matches.length - errors;
  }

  /** Adds a match to its group: it joins the group's open alert, or creates one when the window crosses. */
  #apply(match: GroupedMatch): OpenAlert | undefined {
    const { rule, arrival, error, grouped } = match;
    const { entry, value } = grouped;
    const measuring = error === undefined ? this.#measuring : this.#failing;
    const { measure, within } = measuring;
    const table = error === undefined ? this.groups : this.errors;
    const group = table.change(grouped.dedup, this.#now, () => windows.newGroup(measuring, arrival.time));
    windows.startAfresh(group, this.#now);
    windows.rememberHour(group, arrival.time, value);
    // The window has gone on without a late match, which therefore counts alone.
    const window = arrival.lateAt === undefined ? group : windows.newGroup(measuring, arrival.time);
    if (group.alert !== undefined) {
      join(group.alert, entry);
      if (error === undefined) this.#raise(group.alert, match, window);
      return group.alert;
    }
    windows.addToWindow(window, within, arrival.time, value);
    if (!windows.crosses(window, measure)) {
      windows.remember(window, packEntry(entry));
      return undefined;
    }
    const alert = createAlert(
      match,
      grouped.dedup,
      windows.windowOf(window, measure.kind),
      this.#shared.digest,
    );
    const first = firstTime(window);
    for (const packed of windows.recentBefore(window)) join(alert, unpackEntry(packed, first));
    join(alert, entry);
    alert.eventCount = window.length;
    group.alert = alert;
    // Nothing counts what joins from now on but a severity that may ask for the window.
    if (typeof rule.rule.severity !== "function") windows.clearWindow(group);
    group.recent = [];
    this.#tellAlert(match);
    this.#shared.counts.alerts++;
    this.#own.alerts++;
    return alert;
  }

  /** Raises the severity of an alert that a match has joined, if the match is more severe. */
  #raise(alert: OpenAlert, { rule, arrival, grouped }: GroupedMatch, window: Group): void {
    if (typeof rule.rule.severity !== "function") return;
    windows.addToWindow(window, rule.within, arrival.time, grouped.value);
    const faults: Fault[] = [];
    const seen = windows.windowOf(window, rule.measure.kind);
    const about = { rule, given: [arrival.event(), seen] as const, faults };
    alert.severity = worse(alert.severity, severityOf(about));
    addFaults(alert, faults);
  }

  /** Takes a match of a group whose silence is what raises an alert. */
  #beat({ arrival, grouped, rule }: GroupedMatch): void {
    const group = this.groups.change(grouped.dedup, this.#now, () =>
      windows.newGroup(this.#measuring, arrival.time),
    );
    windows.addToWindow(group, rule.within, arrival.time, grouped.value);
    const deadline = arrival.time + (rule.measure.absence ?? 0);
    group.awaited = { last: storedArrival(arrival), deadline };
    this.#heartbeats.beat({ key: grouped.dedup, deadline });
  }

  /** The alert of a group that has fallen silent: made as its deadline passes, of its last match. */
  #miss({ key, deadline }: Deadline): OpenAlert | undefined {
    const { digest, counts, remake } = this.#shared;
    const group = this.groups.change(key, deadline, () => windows.newGroup(this.#measuring, deadline));
    const { awaited } = group;
    delete group.awaited;
    if (awaited === undefined || group.length < this.#rule.measure.atLeast) return undefined;
    const arrival = restoredArrival(awaited.last, remake);
    if (arrival === undefined) {
      counts.unreadable++;
      return undefined;
    }
    const answer = evaluate(this.#rule, arrival.event(), arrival);
    if (answer?.grouped === undefined) return undefined;
    if (group.alert === undefined || deadline >= group.alert.closesAt) {
      const { grouped } = answer;
      const late = { ...answer, grouped, rule: this.#rule, arrival: { ...arrival, time: deadline } };
      group.alert = createAlert(late, key, windows.windowOf(group, "absence"), digest);
      group.alert.firstEventTime = arrival.time;
      group.alert.lastEventTime = arrival.time;
      this.#tellAlert(late);
      counts.alerts++;
      this.#own.alerts++;
    }
    join(group.alert, answer.grouped.entry);
    return group.alert;
  }
}

function isGrouped(match: Match): match is GroupedMatch {
  return match.grouped !== undefined;
}
