import type { Digest } from "../base/digest.ts";
import { worse } from "../rule/severity.ts";
import type { Fault } from "./alert.ts";
import { severityOf } from "./alert-texts.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import { createAlert } from "./create-alert.ts";
import type { EngineCounts, RuleCounts } from "./engine-counts.ts";
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
    return grouped.flatMap((match) => this.#apply(match) ?? []);
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
