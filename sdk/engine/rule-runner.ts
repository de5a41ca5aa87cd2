import type { Digest } from "../base/digest.ts";
import { worse } from "../rule/severity.ts";
import type { Fault } from "./alert.ts";
import { severityOf } from "./alert-texts.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import { createAlert } from "./create-alert.ts";
import type { EngineCounts, RuleCounts } from "./engine-counts.ts";
import { type Heartbeat, Heartbeats } from "./heartbeats.ts";
import { onlyFirstSeen } from "./first-seen.ts";
import { addToWindow, crosses, emptyGroup, type Group, newGroup, startAfresh, windowOf } from "./group.ts";
import { addToHistory } from "./hour-history.ts";
import { arrivalTime, type Grouped, type Match } from "./match.ts";
import { addFaults, join, type OpenAlert } from "./open-alert.ts";
import type { WorkingSet } from "./working-set.ts";

/** What the rules of an engine share. */
export interface Shared {
  readonly state: WorkingSet;
  readonly digest: Digest;
  readonly counts: EngineCounts;
}

type GroupedMatch = Match & { readonly grouped: Grouped };

/** Takes the matches of one rule through first-seen, groups, windows and alerts. */
export class RuleRunner {
  readonly #rule: CompiledRule;
  readonly #own: RuleCounts;
  readonly #shared: Shared;
  readonly #heartbeats = new Heartbeats<GroupedMatch>();

  constructor(rule: CompiledRule, own: RuleCounts, shared: Shared) {
    this.#rule = rule;
    this.#own = own;
    this.#shared = shared;
  }

  /**
   * The alerts that the matches created or joined; one that several joined is there several times.
   *
   * @param due in order of time, late ones where they arrived
   */
  async run(due: readonly Match[]): Promise<OpenAlert[]> {
    const { firstSeen } = this.#rule;
    const { state } = this.#shared;
    const matches = firstSeen === undefined ? due : await onlyFirstSeen(due, firstSeen, state);
    this.#count(matches);
    const isSignal = this.#rule.rule.createAlert === false;
    const grouped = matches.filter(
      (match) => isGrouped(match) && (match.error !== undefined || !isSignal),
    ) as GroupedMatch[];
    await state.load(grouped.map((match) => match.grouped.key));
    const isAbsence = this.#rule.measure.absence !== undefined;
    return grouped.flatMap((match) => {
      if (!isAbsence || match.error !== undefined) return this.#apply(match) ?? [];
      const missed = this.expire(match.arrival.time);
      this.#beat(match);
      return missed;
    });
  }

  /** The alerts that groups create or join because they fell silent, now that all before a time has come. */
  expire(now: number): OpenAlert[] {
    return this.#heartbeats.takeMissed(now).flatMap((missed) => this.#miss(missed) ?? []);
  }

  #count(matches: readonly Match[]): void {
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
    const span = error === undefined ? rule.within : rule.dedupPeriod;
    const group = this.#shared.state.change(grouped.key, () =>
      error === undefined ? newGroup(span, rule.measure, arrival.time) : emptyGroup(span),
    );
    startAfresh(group, arrivalTime(arrival));
    if (group.history !== undefined) addToHistory(group.history, arrival.time, grouped.entry.value as number);
    // The window has gone on without a late match, which therefore counts alone.
    const window = arrival.lateAt === undefined ? group : emptyGroup(span);
    if (group.alert !== undefined) {
      join(group.alert, grouped.entry);
      if (error === undefined) raise(group.alert, match, window);
      return group.alert;
    }
    addToWindow(window, grouped.entry);
    if (error === undefined && !crosses(window, rule.measure)) return undefined;
    const kind = error === undefined ? rule.measure.kind : "count";
    group.alert = createAlert(match, grouped.dedup, windowOf(window, kind), this.#shared.digest);
    for (const one of window.entries.slice(window.head)) join(group.alert, one);
    this.#shared.counts.alerts++;
    this.#own.alerts++;
    return group.alert;
  }

  /** Takes a match of a group whose silence is what raises an alert. */
  #beat(match: GroupedMatch): void {
    const { arrival, grouped, rule } = match;
    const group = this.#shared.state.change(grouped.key, () => emptyGroup(rule.within));
    addToWindow(group, grouped.entry);
    group.awaited = arrival.time + (rule.measure.absence ?? 0);
    this.#heartbeats.beat({ key: grouped.key, match, deadline: group.awaited });
  }

  /** The alert of a group that has fallen silent: made as its deadline passes, of its last match. */
  #miss({ key, match, deadline }: Heartbeat<GroupedMatch>): OpenAlert | undefined {
    const { rule, arrival, grouped } = match;
    const group = this.#shared.state.change(key, () => emptyGroup(rule.within));
    group.awaited = undefined;
    if (group.entries.length - group.head < rule.measure.atLeast) return undefined;
    if (group.alert === undefined || deadline >= group.alert.closesAt) {
      const late = { ...match, arrival: { ...arrival, time: deadline } };
      group.alert = createAlert(late, grouped.dedup, windowOf(group, "absence"), this.#shared.digest);
      group.alert.firstEventTime = arrival.time;
      group.alert.lastEventTime = arrival.time;
      this.#shared.counts.alerts++;
      this.#own.alerts++;
    }
    join(group.alert, grouped.entry);
    return group.alert;
  }
}

function isGrouped(match: Match): match is GroupedMatch {
  return match.grouped !== undefined;
}

/** Raises the severity of an alert that a match has joined, if the match is more severe. */
function raise(alert: OpenAlert, { rule, arrival, grouped }: GroupedMatch, window: Group): void {
  // The window goes on only for a severity that may ask for it: nothing else counts what has joined.
  if (typeof rule.rule.severity !== "function") return;
  addToWindow(window, grouped.entry);
  const faults: Fault[] = [];
  const about = { rule, event: arrival.event(), window: windowOf(window, rule.measure.kind), faults };
  alert.severity = worse(alert.severity, severityOf(about));
  addFaults(alert, faults);
}
