import type { Digest } from "../base/digest.ts";
import type { AnyEvent } from "../event/log-types.ts";
import { type AnyCorrelation, isCorrelation } from "../rule/correlation.ts";
import type { AnyRule } from "../rule/rule.ts";
import type { StateDelta, StateValue } from "../state/store.ts";
import type { Alert } from "./alert.ts";
import { type Arrival, type Questioned, restoredArrival, type StoredArrival } from "./arrival.ts";
import { ClosingAlerts } from "./closing-alerts.ts";
import { type CompiledRule, compileRule } from "./compiled-rule.ts";
import { Correlations } from "./correlation/correlations.ts";
import type { StepMatch } from "./correlation/step-match.ts";
import { type EngineCounts, emptyCounts, emptyRuleCounts } from "./engine-counts.ts";
import { EngineState, type Restart } from "./engine-state.ts";
import { evaluate } from "./evaluate.ts";
import { HeldArrivals } from "./held-arrivals.ts";
import type { Lane } from "./lane.ts";
import type { Answer, Asked, Match } from "./match.ts";
import { alertOf, type OpenAlert } from "./open-alert.ts";
import { ReorderBuffer } from "./reorder-buffer.ts";
import { RuleRunner } from "./rule-runner.ts";
import { correlationState, ruleState } from "./state-owner.ts";
import { SeenRows } from "./seen-rows.ts";

export interface EngineOptions {
  readonly rules: readonly (AnyRule | AnyCorrelation)[];
  readonly digest: Digest;
  /** Milliseconds by which an event may come after a later one and still count. Default: 0. */
  readonly lateness?: number;
  /** Bytes of records to hold while putting them in order. Default: 48 MiB. */
  readonly heldBytes?: number;
  /** How many groups a rule may have, and how many first-seen keys, before some must make room. Default: 100,000. */
  readonly groups?: number;
  /** Milliseconds from some start, to time the rules with. Default: they are not timed. */
  readonly stopwatch?: () => number;
  /** What an engine before this one left, to go on from; it is not changed. Default: nothing is saved. */
  readonly state?: ReadonlyMap<string, StateValue>;
  /**
   * Makes an event again of what was pushed beside it; `undefined` when it cannot, as of a record that a state has kept
   * while its log type changed. Default: that is the event itself.
   */
  readonly remake?: (record: object) => AnyEvent | undefined;
  /** Hands out an alert when it is made and again when it has grown, and not when it closes. Default: false. */
  readonly live?: boolean;
}

/** What became of an event on arrival. A late one names the rules that it matched and that cannot count it. */
export type Admission =
  | { readonly outcome: "accepted" | "duplicate"; readonly uncounted?: undefined }
  | { readonly outcome: "late"; readonly uncounted: readonly string[] };

/** What holding a match takes, about, beside its event's record. */
const MATCH_BYTES = 1_024;

const ACCEPTED: Admission = { outcome: "accepted" };
const DUPLICATE: Admission = { outcome: "duplicate" };
const NO_ANSWERS: readonly Answer[] = [];

/** An event's record: plain data, from which the event can be made again. */
export interface Origin {
  /** Bytes of the record. */
  readonly size: number;
  readonly record: object;
}

/**
 * Runs events through rules to alerts, in event time and without a clock: the same events give the same alerts, in
 * whatever order within the lateness and in whatever batches they arrive, and wherever an engine stops and another
 * goes on from its state.
 *
 * Rules are asked about an event as it arrives; then only its matches are held, to be counted in order. The few that
 * make an alert get their event again.
 */
export class Engine {
  readonly counts: EngineCounts;
  /** Rules whose meaning has changed since the state was saved, so that they have started afresh. */
  readonly restarts: readonly Restart[];
  readonly #lanes: readonly Lane[];
  readonly #correlations: Correlations;
  readonly #byId: ReadonlyMap<string, Lane>;
  readonly #byLogType = new Map<string, readonly Lane[]>();
  readonly #buffer: ReorderBuffer<Arrival>;
  readonly #seen: SeenRows;
  readonly #held: HeldArrivals | undefined;
  readonly #state: EngineState | undefined;
  readonly #digest: Digest;
  readonly #remake: (record: object) => AnyEvent | undefined;
  readonly #stopwatch: () => number;
  readonly #closing = new ClosingAlerts();
  /** Open alerts of the state that may not have been told yet; live, they are first of all. */
  #restored: readonly OpenAlert[] = [];
  /** Live: how an alert was when it was handed out. */
  readonly #told = new WeakMap<OpenAlert, string>();
  readonly #isLive: boolean;

  constructor(options: EngineOptions) {
    const { rules, digest, state, remake = (record) => record as AnyEvent } = options;
    this.counts = emptyCounts();
    this.#digest = digest;
    this.#remake = remake;
    this.#stopwatch = options.stopwatch ?? (() => 0);
    this.#isLive = options.live ?? false;
    const isSaved = state !== undefined;
    this.#buffer = new ReorderBuffer(options.lateness ?? 0, options.heldBytes ?? 48 * 2 ** 20);
    this.#seen = new SeenRows(undefined, isSaved);
    const limit = options.groups ?? 100_000;
    const shared = { digest, counts: this.counts, closing: this.#closing, limit, isSaved, remake };
    const enabled = rules.filter((rule) => rule.enabled !== false);
    this.#correlations = new Correlations(enabled.filter(isCorrelation), shared, this.#stopwatch);
    this.#lanes = enabled
      .flatMap((rule) => (isCorrelation(rule) ? [] : [rule]))
      .map((rule): Lane => {
        const compiled = compileRule(rule, digest, this.#correlations.listeners.get(rule.id));
        const counts = emptyRuleCounts();
        this.counts.rules[rule.id] = counts;
        return { rule: compiled, counts, runner: new RuleRunner(compiled, counts, shared), due: [] };
      });
    this.#byId = new Map(this.#lanes.map((lane) => [lane.rule.id, lane]));
    for (const name of new Set(this.#lanes.flatMap(({ rule }) => rule.rule.logTypes)))
      this.#byLogType.set(
        name,
        this.#lanes.filter(({ rule }) => rule.rule.logTypes.includes(name)),
      );
    if (state === undefined) {
      this.restarts = [];
      return;
    }
    this.#held = new HeldArrivals();
    const owners = [
      ...this.#lanes.map((lane) => ruleState(lane, digest)),
      ...this.#correlations.lanes.map((lane) => correlationState(lane, digest)),
    ];
    this.#state = new EngineState(owners, { buffer: this.#buffer, seen: this.#seen, held: this.#held });
    const { restarts, alerts, orphans, held } = this.#state.restore(state);
    this.restarts = restarts;
    for (const alert of alerts) this.#closing.add(alert);
    for (const alert of orphans) this.#closing.closeEarly(alert, Number.NEGATIVE_INFINITY);
    this.#restored = [...alerts, ...orphans];
    for (const stored of held) this.#holdAgain(stored);
  }

  /**
   * Takes an event as it arrives, and asks the rules about it.
   *
   * @param origin its record. Default: the event itself is held
   */
  push(event: AnyEvent, origin: Origin = { size: 0, record: event }): Admission {
    return this.#isDuplicate(event.p_row_id) ? DUPLICATE : this.#take(this.ask(event), origin);
  }

  /**
   * Asks the rules about an event, which changes nothing: another engine of the same rules may {@link admit} it.
   *
   * @example
   * const asked = structuredClone(inWorker.ask(event));
   * engine.admit(asked, { size, record });
   */
  ask(event: AnyEvent): Asked {
    const about: Questioned = {
      time: event.p_event_time.getTime(),
      rowId: event.p_row_id,
      logType: event.p_log_type,
    };
    let answers: Answer[] | undefined;
    let start = this.#stopwatch();
    for (const { rule, counts } of this.#byLogType.get(about.logType) ?? []) {
      const answer = evaluate(rule, event, about);
      if (answer !== undefined) (answers ??= []).push(answer);
      const end = this.#stopwatch();
      counts.milliseconds += end - start;
      start = end;
    }
    const { time, rowId, logType } = about;
    return { time, rowId, logType, answers: answers ?? NO_ANSWERS };
  }

  /** Takes an event as it arrives, about which the rules were asked. */
  admit(asked: Asked, origin: Origin): Admission {
    return this.#isDuplicate(asked.rowId) ? DUPLICATE : this.#take(asked, origin);
  }

  /**
   * Counts the matches that are due and hands out the alerts that no event can join any more; live, those that were
   * made or have grown.
   */
  turn(): readonly Alert[] {
    return this.#run(this.#buffer.take(), this.#buffer.watermark);
  }

  /**
   * Counts what is left and hands out all alerts: the input has ended. Saved before this, the state keeps open what
   * more input may still change, and an alert that it adds to is handed out again, grown, under the same id.
   */
  finish(): readonly Alert[] {
    const { latest } = this.#buffer;
    const closed = this.#run(this.#buffer.drain(), latest);
    return [...closed, ...this.#handOut(this.#closing.close(Number.POSITIVE_INFINITY))];
  }

  /** The ids of alerts that more events may still join. */
  openAlerts(): ReadonlySet<string> {
    return this.#closing.ids();
  }

  /** What has changed in the state since the last call; to be asked for after a turn. */
  takeDelta(): StateDelta {
    return this.#state?.takeDelta() ?? { puts: new Map(), deletes: [] };
  }

  #isDuplicate(rowId: string): boolean {
    if (this.#seen.add(isRowId(rowId) ? rowId : this.#digest(rowId))) return false;
    this.counts.duplicates++;
    return true;
  }

  #take(asked: Asked, { size, record }: Origin): Admission {
    const { time, rowId, logType } = asked;
    const lateAt = this.#buffer.lateAt(time);
    const event = (): AnyEvent => this.#remake(record) as AnyEvent;
    const arrival: Arrival = {
      time,
      rowId,
      logType,
      lateAt,
      recordSize: size,
      size,
      record,
      event,
      matches: [],
    };
    for (const { counts } of this.#byLogType.get(logType) ?? []) counts.events++;
    const uncounted = this.#collect(asked, arrival);
    if (arrival.matches.length > 0) this.#hold(arrival);
    else if (lateAt === undefined) this.#buffer.advance(time);
    if (lateAt === undefined) return ACCEPTED;
    if (uncounted.length > 0) this.counts.late++;
    return { outcome: "late", uncounted };
  }

  /** Collects an event's matches. Those of a late event that need order it leaves out, and names their rules. */
  #collect({ answers }: Asked, arrival: Arrival): string[] {
    const uncounted: string[] = [];
    for (const answer of answers) {
      const lane = this.#byId.get(answer.ruleId);
      if (lane === undefined) continue;
      const { rule, runner } = lane;
      const match = { ...answer, rule, arrival, ...(arrival.lateAt !== undefined && { steps: [] }) };
      if (isKnown(match, runner)) continue;
      const isLate = arrival.lateAt !== undefined && match.error === undefined;
      if (!isLate || !rule.ordered) arrival.matches = [...arrival.matches, match];
      if (isLate && !match.excepted) uncounted.push(...countersOf(rule));
    }
    return uncounted;
  }

  /** Holds an event until its turn. */
  #hold(arrival: Arrival): void {
    arrival.size += arrival.matches.length * MATCH_BYTES;
    if (arrival.lateAt === undefined) this.#held?.add(arrival);
    this.#buffer.push(arrival);
  }

  /** Holds an event that waited for its turn when the state was saved. Its rules may have changed. */
  #holdAgain(stored: StoredArrival): void {
    const arrival = restoredArrival(stored, this.#remake);
    this.#held?.restore(stored);
    if (arrival === undefined) {
      this.counts.unreadable++;
      this.#held?.release(stored);
      return;
    }
    this.#collect(this.ask(arrival.event()), arrival);
    this.#hold(arrival);
  }

  /** @param now all before this time has come */
  #run(arrivals: readonly Arrival[], now: number): readonly Alert[] {
    for (const arrival of arrivals) {
      this.#held?.release(arrival);
      for (const match of arrival.matches) this.#byId.get(match.ruleId)?.due.push(match);
    }
    const raised = new Set<OpenAlert>();
    const stepMatches: StepMatch[] = [];
    for (const lane of this.#lanes) {
      if (lane.due.length === 0 && lane.rule.measure.absence === undefined) continue;
      const start = this.#stopwatch();
      for (const alert of lane.runner.run(lane.due)) raised.add(alert);
      for (const alert of lane.runner.expire(now)) raised.add(alert);
      stepMatches.push(...lane.runner.takeStepMatches());
      lane.due = [];
      lane.counts.milliseconds += this.#stopwatch() - start;
      lane.counts.evicted = lane.runner.evicted;
    }
    for (const alert of this.#correlations.run(stepMatches, now)) raised.add(alert);
    this.counts.releasedEarly = this.#buffer.early;
    this.counts.forgottenRows = this.#seen.forgotten;
    this.counts.evicted = Object.values(this.counts.rules).reduce((sum, { evicted }) => sum + evicted, 0);
    for (const alert of raised) this.#closing.add(alert);
    const closed = this.#closing.close(now);
    const changed = new Set([...this.#restored, ...raised, ...closed]);
    this.#restored = [];
    return this.#handOut(this.#isLive ? [...changed] : closed);
  }

  /** Live, an alert that is as it was told is not told again. */
  #handOut(alerts: readonly OpenAlert[]): Alert[] {
    if (!this.#isLive) return alerts.map(alertOf);
    const changed = alerts.filter((alert) => this.#told.get(alert) !== lookOf(alert));
    for (const alert of changed) this.#told.set(alert, lookOf(alert));
    return changed.map(alertOf);
  }
}

/** What of an alert can change, in short. */
function lookOf({ eventCount, severity, faults }: OpenAlert): string {
  return `${eventCount} ${severity} ${faults.length}`;
}

function isRowId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

/** Who cannot count a late match of a rule: the rule itself, and correlations, which need order. */
function countersOf({ id, ordered, listeners }: CompiledRule): string[] {
  const correlations = new Set(listeners.map(({ correlation }) => correlation));
  return [...(ordered ? [id] : []), ...correlations];
}

function isKnown({ sighted, arrival }: Match, { firstSeen }: RuleRunner): boolean {
  return (
    sighted !== undefined &&
    arrival.lateAt === undefined &&
    firstSeen?.isKnown(sighted, arrival.time) === true
  );
}
