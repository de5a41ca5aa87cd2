import type { Digest } from "../base/digest.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { AnyRule } from "../rule/rule.ts";
import type { StateStore, StateValue } from "../state/store.ts";
import type { Alert } from "./alert.ts";
import { ClosingAlerts } from "./closing-alerts.ts";
import { type CompiledRule, compileRule } from "./compiled-rule.ts";
import { type EngineCounts, emptyCounts, emptyRuleCounts, type RuleCounts } from "./engine-counts.ts";
import { evaluate } from "./evaluate.ts";
import { isForgotten, isKnown, type Sighting } from "./first-seen.ts";
import { type Group, isSpent } from "./group.ts";
import type { Arrival, Match } from "./match.ts";
import { ReorderBuffer } from "./reorder-buffer.ts";
import { RuleRunner } from "./rule-runner.ts";
import { SeenRows } from "./seen-rows.ts";
import { WorkingSet } from "./working-set.ts";

export interface EngineOptions {
  readonly rules: readonly AnyRule[];
  readonly store: StateStore;
  readonly digest: Digest;
  /** Milliseconds by which an event may come after a later one and still count. Default: 0. */
  readonly lateness?: number;
  /** Bytes of records to hold while putting them in order. Default: 48 MiB. */
  readonly heldBytes?: number;
  /** Milliseconds from some start, to time the rules with. Default: they are not timed. */
  readonly stopwatch?: () => number;
}

/** What became of an event on arrival. A late one names the rules that it matched and that cannot count it. */
export type Admission =
  | { readonly outcome: "accepted" | "duplicate"; readonly uncounted?: undefined }
  | { readonly outcome: "late"; readonly uncounted: readonly string[] };

/** What holding a match takes, about, beside its event's record. */
const MATCH_BYTES = 1_024;

const ACCEPTED: Admission = { outcome: "accepted" };
const DUPLICATE: Admission = { outcome: "duplicate" };

/** An event's record, from which the event can be made again. */
export interface Origin {
  /** Bytes of the record. */
  readonly size: number;
  /** The event again, equal to what arrived. */
  readonly event: () => AnyEvent;
}

interface Lane {
  readonly rule: CompiledRule;
  readonly runner: RuleRunner;
  readonly counts: RuleCounts;
  /** Matches that are in order, and wait for the next turn. */
  due: Match[];
}

/**
 * Runs events through rules to alerts, in event time and without a clock: the same events give the same alerts, in
 * whatever order within the lateness and in whatever batches they arrive.
 *
 * Rules are asked about an event as it arrives; then only its matches are held, to be counted in order. The few that
 * make an alert get their event again.
 */
export class Engine {
  readonly counts: EngineCounts;
  readonly #lanes: ReadonlyMap<CompiledRule, Lane>;
  readonly #state: WorkingSet;
  readonly #buffer: ReorderBuffer<Arrival>;
  readonly #seen = new SeenRows();
  readonly #digest: Digest;
  readonly #stopwatch: () => number;
  readonly #closing = new ClosingAlerts();

  constructor({
    rules,
    store,
    digest,
    lateness = 0,
    heldBytes = 48 * 2 ** 20,
    stopwatch = () => 0,
  }: EngineOptions) {
    const compiled = rules.filter((rule) => rule.enabled !== false).map(compileRule);
    this.counts = emptyCounts();
    this.#state = new WorkingSet(store);
    this.#buffer = new ReorderBuffer(lateness, heldBytes);
    this.#digest = digest;
    this.#stopwatch = stopwatch;
    const shared = { state: this.#state, digest, counts: this.counts };
    const lanes = compiled.map((rule): Lane => {
      const counts = emptyRuleCounts();
      this.counts.rules[rule.id] = counts;
      return { rule, counts, runner: new RuleRunner(rule, counts, shared), due: [] };
    });
    this.#lanes = new Map(lanes.map((lane) => [lane.rule, lane]));
  }

  /**
   * Takes an event as it arrives, and asks the rules about it.
   *
   * @param origin its record. Default: the event itself is held
   */
  push(event: AnyEvent, origin: Origin = { size: 0, event: () => event }): Admission {
    const { p_row_id: rowId, p_log_type: logType } = event;
    if (!this.#seen.add(isRowId(rowId) ? rowId : this.#digest(rowId))) {
      this.counts.duplicates++;
      return DUPLICATE;
    }
    const time = event.p_event_time.getTime();
    const lateAt = this.#buffer.lateAt(time);
    const arrival: Arrival = { time, rowId, logType, lateAt, ...origin, matches: [] };
    const uncounted = this.#ask(event, arrival);
    arrival.size += arrival.matches.length * MATCH_BYTES;
    if (arrival.matches.length > 0) this.#buffer.push(arrival);
    else if (lateAt === undefined) this.#buffer.advance(time);
    if (lateAt === undefined) return ACCEPTED;
    if (uncounted.length > 0) this.counts.late++;
    return { outcome: "late", uncounted };
  }

  /** Counts the matches that are due and hands out the alerts that no event can join any more. */
  async turn(): Promise<readonly Alert[]> {
    return await this.#run(this.#buffer.take());
  }

  /**
   * Counts what is left and hands out all alerts: the input has ended. An alert that would still be open stays so
   * in the state; when a later run adds to it, it is handed out again, grown, under the same id.
   */
  async finish(): Promise<readonly Alert[]> {
    const closed = await this.#run(this.#buffer.drain(), this.#buffer.latest);
    return [...closed, ...this.#closing.close(Number.POSITIVE_INFINITY)];
  }

  /** Collects an event's matches. Those of a late event that need order it leaves out, and names their rules. */
  #ask(event: AnyEvent, arrival: Arrival): string[] {
    const uncounted: string[] = [];
    let start = this.#stopwatch();
    for (const { rule, counts } of this.#lanes.values()) {
      if (!rule.rule.logTypes.includes(arrival.logType)) continue;
      counts.events++;
      const match = evaluate(rule, event, arrival);
      if (match !== undefined && !this.#isKnown(match)) {
        const isLate = arrival.lateAt !== undefined && rule.ordered && match.error === undefined;
        if (!isLate) arrival.matches = [...arrival.matches, match];
        else if (!match.excepted) uncounted.push(rule.id);
      }
      const end = this.#stopwatch();
      counts.milliseconds += end - start;
      start = end;
    }
    return uncounted;
  }

  #isKnown({ sighted, arrival }: Match): boolean {
    return (
      sighted !== undefined && arrival.lateAt === undefined && isKnown(sighted, arrival.time, this.#state)
    );
  }

  /** @param now all before this time has come. Default: the watermark */
  async #run(arrivals: readonly Arrival[], now = this.#buffer.watermark): Promise<readonly Alert[]> {
    for (const { matches } of arrivals)
      for (const match of matches) this.#lanes.get(match.rule)?.due.push(match);
    for (const lane of this.#lanes.values()) {
      if (lane.due.length === 0 && lane.rule.measure.absence === undefined) continue;
      const start = this.#stopwatch();
      for (const alert of await lane.runner.run(lane.due)) this.#closing.add(alert);
      for (const alert of lane.runner.expire(now)) this.#closing.add(alert);
      lane.due = [];
      lane.counts.milliseconds += this.#stopwatch() - start;
    }
    const closed = this.#closing.close(now);
    this.counts.releasedEarly = this.#buffer.early;
    this.counts.forgottenRows = this.#seen.forgotten;
    await this.#state.commit((key, value) => isOver(key, value, now));
    return closed;
  }
}

function isRowId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

/** Whether state can be forgotten: a window that has emptied, or a key that would be new again. */
function isOver(key: string, value: StateValue, now: number): boolean {
  if (key.startsWith("scope ")) return false;
  return key.startsWith("seen ") ? isForgotten(value as Sighting, now) : isSpent(value as Group, now);
}
