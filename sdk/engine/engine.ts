import type { Digest } from "../base/digest.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { AnyRule } from "../rule/rule.ts";
import type { StateStore, StateValue } from "../state/store.ts";
import type { Alert } from "./alert.ts";
import { ClosingAlerts } from "./closing-alerts.ts";
import { type CompiledRule, compileRule } from "./compiled-rule.ts";
import { emptyCounts, type EngineCounts } from "./engine-counts.ts";
import { evaluate } from "./evaluate.ts";
import { isForgotten, type Sighting } from "./first-seen.ts";
import { type Group, isSpent } from "./group.ts";
import type { Match } from "./match.ts";
import { arrival, ReorderBuffer, type Timed } from "./reorder-buffer.ts";
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

const ACCEPTED: Admission = { outcome: "accepted" };
const DUPLICATE: Admission = { outcome: "duplicate" };

interface Lane {
  readonly rule: CompiledRule;
  readonly runner: RuleRunner;
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
  readonly #digest: Digest;
  readonly #stopwatch: () => number;
  readonly #closing = new ClosingAlerts();
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
    this.#digest = digest;
    this.#stopwatch = stopwatch;
    this.#lanes = enabled.map(compileRule).map((rule) => {
      return { rule, runner: new RuleRunner(rule, this.#state, digest, this.counts) };
    });
  }

  /**
   * Takes an event as it arrives.
   *
   * @param size bytes of its record
   */
  push(event: AnyEvent, size = 0): Admission {
    const { p_row_id } = event;
    if (!this.#seen.add(isRowId(p_row_id) ? p_row_id : this.#digest(p_row_id))) {
      this.counts.duplicates++;
      return DUPLICATE;
    }
    const item = { event, time: event.p_event_time.getTime(), size };
    if (this.#buffer.push(item)) return ACCEPTED;
    const uncounted = this.#lanes
      .filter(({ rule }) => rule.ordered && takes(rule, item) && isMatch(evaluate(rule, item)))
      .map(({ rule }) => rule.id);
    if (uncounted.length > 0) this.counts.late++;
    return { outcome: "late", uncounted };
  }

  /** Evaluates the events that are due and hands out the alerts that no event can join any more. */
  async turn(): Promise<readonly Alert[]> {
    return await this.#evaluate(this.#buffer.take());
  }

  /**
   * Evaluates what is left and hands out all alerts: the input has ended. An alert that would still be open stays so
   * in the state; when a later run adds to it, it is handed out again, grown, under the same id.
   */
  async finish(): Promise<readonly Alert[]> {
    const closed = await this.#evaluate(this.#buffer.drain());
    return [...closed, ...this.#closing.close(Number.POSITIVE_INFINITY)];
  }

  async #evaluate(items: readonly Timed[]): Promise<readonly Alert[]> {
    for (const { rule, runner } of this.#lanes) {
      const start = this.#stopwatch();
      const own = items.filter((item) => takes(rule, item));
      const matches = own.flatMap((item) => evaluateDue(rule, item) ?? []);
      if (matches.length > 0) for (const alert of await runner.run(matches)) this.#closing.add(alert);
      const counts = this.counts.rules[rule.id];
      if (counts === undefined) continue;
      counts.events += own.length;
      counts.milliseconds += this.#stopwatch() - start;
    }
    const last = items.at(-1);
    if (last !== undefined) this.#now = arrival(last);
    const closed = this.#closing.close(this.#now);
    this.counts.releasedEarly = this.#buffer.early;
    this.counts.forgottenRows = this.#seen.forgotten;
    await this.#state.commit((key, value) => isOver(key, value, this.#now));
    return closed;
  }
}

function isRowId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

function takes({ rule }: CompiledRule, { event }: Timed): boolean {
  return rule.logTypes.includes(event.p_log_type);
}

/** What a late event is to a rule that needs order was told on arrival, and goes no further; unless it is an error. */
function evaluateDue(rule: CompiledRule, item: Timed): Match | undefined {
  const match = evaluate(rule, item);
  return rule.ordered && item.lateAt !== undefined && match?.error === undefined ? undefined : match;
}

function isMatch(match: Match | undefined): boolean {
  return match !== undefined && match.error === undefined && !match.excepted;
}

/** Whether state can be forgotten: a window that has emptied, or a key that would be new again. */
function isOver(key: string, value: StateValue, now: number): boolean {
  if (key.startsWith("scope ")) return false;
  return key.startsWith("seen ") ? isForgotten(value as Sighting, now) : isSpent(value as Group, now);
}
