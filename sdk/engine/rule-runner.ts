import type { Digest } from "../base/digest.ts";
import type { Window } from "../rule/threshold.ts";
import type { Fault } from "./alert.ts";
import { raised } from "./alert-texts.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import { createAlert } from "./create-alert.ts";
import { dedupOf } from "./dedup-of.ts";
import type { EngineCounts } from "./engine-counts.ts";
import { entryOf } from "./entry-of.ts";
import { onlyFirstSeen } from "./first-seen.ts";
import { addToWindow, emptyGroup, type Group, windowValue } from "./group.ts";
import type { Match } from "./match.ts";
import { join, type OpenAlert } from "./open-alert.ts";
import type { WorkingSet } from "./working-set.ts";

/** An alert that was created, and the group that it belongs to. */
export interface Raised {
  readonly alert: OpenAlert;
  readonly group: Group;
  /** The group's key in the state. */
  readonly key: string;
}

interface Grouped {
  readonly match: Match;
  readonly dedup: string;
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

  /** @param detected in order of time */
  async run(detected: readonly Match[]): Promise<Raised[]> {
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
  #apply({ match, key, dedup, faults }: Grouped): Raised | undefined {
    const { within, dedupPeriod, measure } = this.#rule;
    const span = match.error === undefined ? within : dedupPeriod;
    const group = this.#state.change(key, () => emptyGroup(span));
    const entry = entryOf(match);
    addToWindow(group, entry);
    const { alert } = group;
    if (alert !== undefined && match.item.time < alert.closesAt) {
      join(alert, entry);
      const about = { rule: this.#rule, event: match.item.event, window: windowOf(group, match), faults: [] };
      if (match.error === undefined) alert.severity = raised(alert.severity, about);
      return undefined;
    }
    const window = windowOf(group, match);
    if (match.error === undefined && window.value < measure.atLeast) return undefined;
    const created = createAlert(match, dedup, window, faults, this.#digest);
    for (const one of group.entries.slice(group.head)) join(created, one);
    group.alert = created;
    this.#counts.alerts++;
    const own = this.#counts.rules[this.#rule.id];
    if (own !== undefined) own.alerts++;
    return { alert: created, group, key };
  }
}

function groupOf(match: Match): Grouped {
  const faults = [...match.faults];
  const dedup = dedupOf(match, faults);
  const kind = match.error === undefined ? "group" : "errors";
  return { match, dedup, key: `${kind} ${JSON.stringify([match.rule.id, dedup])}`, faults };
}

function windowOf(group: Group, { rule, item, error }: Match): Window {
  const first = group.entries[group.head]?.time ?? item.time;
  return {
    value: windowValue(group, error === undefined ? rule.measure.kind : "count"),
    count: group.entries.length - group.head,
    firstEventTime: new Date(first),
    lastEventTime: new Date(item.time),
  };
}
