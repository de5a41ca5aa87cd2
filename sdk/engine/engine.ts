import TinyQueue from "tinyqueue";
import type { Digest } from "../base/digest.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { AnyRule } from "../rule/rule.ts";
import type { StateStore, StateValue } from "../state/store.ts";
import type { Alert } from "./alert.ts";
import { type CompiledRule, compileRule } from "./compiled-rule.ts";
import { emptyCounts, type EngineCounts } from "./engine-counts.ts";
import { evaluate } from "./evaluate.ts";
import type { Sighting } from "./first-seen.ts";
import { type Group, isSpent } from "./group.ts";
import type { Match } from "./match.ts";
import { alertOf } from "./open-alert.ts";
import { ReorderBuffer, type Timed } from "./reorder-buffer.ts";
import { type Raised, RuleRunner } from "./rule-runner.ts";
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

const ACCEPTED: Admission = { outcome: "accepted" };
const DUPLICATE: Admission = { outcome: "duplicate" };

interface Lane {
  readonly rule: CompiledRule;
  readonly runner: RuleRunner;
  /** Matches of late events, which need no order. */
  late: Match[];
}

/**
 * Runs events through rules to alerts, in event time and without a clock: the same events give the same alerts, in
 * whatever order within the lateness and in whatever batches they arrive.
 */
export class Engine {
  readonly counts: EngineCounts;
  readonly #lanes: readonly Lane[];
  readonly #state: WorkingSet;
  readonly #buffer: ReorderBuffer;
  readonly #seen = new SeenRows();
  readonly #open = new TinyQueue<Raised>([], byClosing);
  readonly #stopwatch: () => number;
  #now = Number.NEGATIVE_INFINITY;

  constructor({
    rules,
    store,
    digest,
    lateness = 0,
    heldBytes = 48 * 2 ** 20,
    stopwatch = () => 0,
  }: EngineOptions) {
    const enabled = rules.filter((rule) => rule.enabled !== false);
    this.counts = emptyCounts(enabled.map(({ id }) => id));
    this.#state = new WorkingSet(store);
    this.#buffer = new ReorderBuffer(lateness, heldBytes);
    this.#stopwatch = stopwatch;
    this.#lanes = enabled.map(compileRule).map((rule) => {
      return { rule, runner: new RuleRunner(rule, this.#state, digest, this.counts), late: [] };
    });
  }

  /**
   * Takes an event as it arrives.
   *
   * @param size bytes of its record
   */
  push(event: AnyEvent, size = 0): Admission {
    if (!this.#seen.add(event.p_row_id)) {
      this.counts.duplicates++;
      return DUPLICATE;
    }
    const item = { event, time: event.p_event_time.getTime(), size };
    return this.#buffer.push(item) ? ACCEPTED : this.#admitLate(item);
  }

  /** Evaluates the events that are due and hands out the alerts that no event can join any more. */
  async turn(): Promise<readonly Alert[]> {
    return await this.#evaluate(this.#buffer.take());
  }

  /** Evaluates what is left and hands out all alerts: the input has ended. */
  async finish(): Promise<readonly Alert[]> {
    const closed = await this.#evaluate(this.#buffer.drain());
    const rest = this.#close(Number.POSITIVE_INFINITY);
    await this.#commit();
    return [...closed, ...rest];
  }

  #admitLate(item: Timed): Admission {
    const uncounted: string[] = [];
    for (const lane of this.#lanes) {
      if (!lane.rule.rule.logTypes.includes(item.event.p_log_type)) continue;
      this.#countEvents(lane, 1);
      const match = evaluate(lane.rule, item);
      if (match === undefined) continue;
      if (lane.rule.ordered && match.error === undefined) uncounted.push(lane.rule.id);
      else lane.late.push(match);
    }
    if (uncounted.length > 0) this.counts.late++;
    return { outcome: "late", uncounted };
  }

  async #evaluate(items: readonly Timed[]): Promise<readonly Alert[]> {
    for (const lane of this.#lanes) {
      const start = this.#stopwatch();
      const own = items.filter(({ event }) => lane.rule.rule.logTypes.includes(event.p_log_type));
      this.#countEvents(lane, own.length);
      const matches = lane.late;
      lane.late = [];
      for (const item of own) {
        const match = evaluate(lane.rule, item);
        if (match !== undefined) matches.push(match);
      }
      if (matches.length > 0) for (const raised of await lane.runner.run(matches)) this.#open.push(raised);
      const counts = this.counts.rules[lane.rule.id];
      if (counts !== undefined) counts.milliseconds += this.#stopwatch() - start;
    }
    this.#now = items.at(-1)?.time ?? this.#now;
    const closed = this.#close(this.#now);
    await this.#commit();
    return closed;
  }

  /** The alerts that close by a time, in the order in which they close, whatever the batches were. */
  #close(by: number): Alert[] {
    const closed: Alert[] = [];
    for (
      let next = this.#open.peek();
      next !== undefined && next.alert.closesAt <= by;
      next = this.#open.peek()
    ) {
      this.#open.pop();
      const { group, alert, key } = next;
      if (group.alert === alert) this.#state.change(key, () => group).alert = undefined;
      closed.push(alertOf(next.alert));
    }
    return closed;
  }

  async #commit(): Promise<void> {
    this.counts.releasedEarly = this.#buffer.early;
    this.counts.forgottenRows = this.#seen.forgotten;
    await this.#state.commit((key, value) => isOver(key, value, this.#now));
  }

  #countEvents({ rule }: Lane, events: number): void {
    const counts = this.counts.rules[rule.id];
    if (counts !== undefined) counts.events += events;
  }
}

function byClosing(one: Raised, other: Raised): number {
  if (one.alert.closesAt !== other.alert.closesAt) return one.alert.closesAt - other.alert.closesAt;
  return one.alert.said.alertId < other.alert.said.alertId ? -1 : 1;
}

/** Whether state can be forgotten: a window that has emptied, or a key that would be new again. */
function isOver(key: string, value: StateValue, now: number): boolean {
  if (key.startsWith("group ") || key.startsWith("errors ")) return isSpent(value as Group, now);
  const { last, forget } = value as Sighting;
  return now - last > forget;
}
