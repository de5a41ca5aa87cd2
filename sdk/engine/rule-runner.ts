import type { Digest } from "../base/digest.ts";
import type { Fault } from "./alert.ts";
import { worse } from "../rule/severity.ts";
import { severityOf } from "./alert-texts.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import { createAlert } from "./create-alert.ts";
import { dedupOf } from "./dedup-of.ts";
import type { EngineCounts } from "./engine-counts.ts";
import { entryOf } from "./entry-of.ts";
import { onlyFirstSeen } from "./first-seen.ts";
import { addToWindow, emptyGroup, type Group, windowOf, windowValue } from "./group.ts";
import type { Match } from "./match.ts";
import { addFaults, join, type OpenAlert } from "./open-alert.ts";
import { arrival } from "./reorder-buffer.ts";
import type { WorkingSet } from "./working-set.ts";

interface Grouped {
  readonly match: Match;
  readonly dedup: string;
  /** The group's key in the state. */
  readonly key: string;
  readonly faults: readonly Fault[];
}

/** Takes the matches of one rule through first-seen, groups, windows and alerts. */
export class RuleRunner {
  readonly #rule: CompiledRule;
  readonly #state: WorkingSet;
  readonly #digest: Digest;
  readonly #counts: EngineCounts;

  constructor(rule: CompiledRule, state: WorkingSet, digest: Digest, counts: EngineCounts) {
    this.#rule = rule;
    this.#state = state;
    this.#digest = digest;
    this.#counts = counts;
  }

  /**
   * The alerts that the matches created or joined; one that several joined is there several times.
   *
   * @param detected in order of time, late ones where they arrived
   */
  async run(detected: readonly Match[]): Promise<OpenAlert[]> {
    const { firstSeen } = this.#rule;
    const matches =
      firstSeen === undefined ? detected : await onlyFirstSeen(detected, firstSeen, this.#state);
    this.#count(matches);
    const isSignal = this.#rule.rule.createAlert === false;
    const grouped = matches.filter(({ error }) => error !== undefined || !isSignal).map(groupOf);
    await this.#state.load(grouped.map(({ key }) => key));
    return grouped.flatMap((one) => this.#apply(one) ?? []);
  }

  #count(matches: readonly Match[]): void {
    const counts = this.#counts;
    const own = counts.rules[this.#rule.id];
    const errors = matches.filter(({ error }) => error !== undefined).length;
    counts.ruleErrors += errors;
    counts.matches += matches.length - errors;
    if (this.#rule.rule.createAlert === false) counts.signals += matches.length - errors;
    if (own === undefined) return;
    own.errors += errors;
    own.matches += matches.length - errors;
  }

  /** Adds a match to its group: it joins the group's open alert, or creates one when the window crosses. */
  #apply({ match, key, dedup, faults }: Grouped): OpenAlert | undefined {
    const { rule, item, error } = match;
    const span = error === undefined ? rule.within : rule.dedupPeriod;
    const group = this.#state.change(key, () => emptyGroup(span));
    // The window has gone on without a late match, which therefore counts alone.
    const window = item.lateAt === undefined ? group : emptyGroup(span);
    const entry = entryOf(match, faults);
    addToWindow(window, entry);
    if (group.alert !== undefined && arrival(item) < group.alert.closesAt) {
      join(group.alert, entry);
      if (error === undefined) raise(group.alert, match, window);
      return group.alert;
    }
    const kind = error === undefined ? rule.measure.kind : "count";
    if (error === undefined && windowValue(window, kind) < rule.measure.atLeast) return undefined;
    group.alert = createAlert(match, dedup, windowOf(window, kind), this.#digest);
    for (const one of window.entries.slice(window.head)) join(group.alert, one);
    this.#counts.alerts++;
    const own = this.#counts.rules[rule.id];
    if (own !== undefined) own.alerts++;
    return group.alert;
  }
}

function groupOf(match: Match): Grouped {
  const faults = [...match.faults];
  const dedup = dedupOf(match, faults);
  const kind = match.error === undefined ? "group" : "errors";
  return { match, dedup, key: `${kind} ${JSON.stringify([match.rule.id, dedup])}`, faults };
}

/** Raises the severity of an alert that a match has joined, if the match is more severe. */
function raise(alert: OpenAlert, { rule, item }: Match, window: Group): void {
  if (typeof rule.rule.severity !== "function") return;
  const faults: Fault[] = [];
  const about = { rule, event: item.event, window: windowOf(window, rule.measure.kind), faults };
  alert.severity = worse(alert.severity, severityOf(about));
  addFaults(alert, faults);
}
