import type { Digest } from "../base/digest.ts";
import type { AnyEvent } from "../event/log-types.ts";
import { isCorrelation } from "../rule/correlation.ts";
import type { StateDelta, StateValue } from "../state/store.ts";
import type { Alert } from "./alert.ts";
import { AlertDesk } from "./alert-desk.ts";
import type { Arrival } from "./arrival.ts";
import { ClosingAlerts } from "./closing-alerts.ts";
import { Correlations } from "./correlation/correlations.ts";
import type { StepMatch } from "./correlation/step-match.ts";
import { type EngineCounts, emptyCounts } from "./engine-counts.ts";
import type { EngineOptions } from "./engine-options.ts";
import { EngineState, type Restart } from "./engine-state.ts";
import { HeldArrivals } from "./held-arrivals.ts";
import { type Admission, Intake, type Origin } from "./intake.ts";
import { Lanes } from "./lanes.ts";
import type { Asked } from "./match.ts";
import type { OpenAlert } from "./open-alert.ts";
import { ReorderBuffer } from "./reorder-buffer.ts";
import { SeenRows } from "./seen-rows.ts";
import { correlationState, ruleState, type StateOwner } from "./state-owner.ts";

const DUPLICATE: Admission = { outcome: "duplicate" };

/**
 * Runs events through rules to alerts, in event time and without a clock: the same events give the same alerts, in
 * whatever order within the lateness and in whatever batches they arrive, and wherever an engine stops and another
 * goes on from its state.
 *
 * Rules are asked about an event as it arrives; then only its matches are held, to be counted in order. The few that
 * make an alert get their event again.
 */
export class Engine {
  readonly counts: EngineCounts = emptyCounts();
  /** Rules whose meaning has changed since the state was saved, so that they have started afresh. */
  readonly restarts: readonly Restart[];
  readonly #lanes: Lanes;
  readonly #correlations: Correlations;
  readonly #buffer: ReorderBuffer<Arrival>;
  readonly #seen: SeenRows;
  readonly #held: HeldArrivals | undefined;
  readonly #state: EngineState | undefined;
  readonly #digest: Digest;
  readonly #stopwatch: () => number;
  readonly #closing = new ClosingAlerts();
  readonly #desk: AlertDesk;
  readonly #intake: Intake;

  constructor({
    rules,
    digest,
    lateness = 0,
    heldBytes = 48 * 2 ** 20,
    groups: limit = 100_000,
    stopwatch = () => 0,
    state,
    remake = (record) => record as AnyEvent,
    live = false,
  }: EngineOptions) {
    const isSaved = state !== undefined;
    this.#digest = digest;
    this.#stopwatch = stopwatch;
    this.#buffer = new ReorderBuffer(lateness, heldBytes);
    this.#seen = new SeenRows(undefined, isSaved);
    this.#desk = new AlertDesk(this.#closing, live);
    const shared = { digest, counts: this.counts, closing: this.#closing, limit, isSaved, remake };
    const enabled = rules.filter((rule) => rule.enabled !== false);
    this.#correlations = new Correlations(enabled.filter(isCorrelation), shared, stopwatch);
    const simple = enabled.flatMap((rule) => (isCorrelation(rule) ? [] : [rule]));
    this.#lanes = new Lanes(simple, this.#correlations, shared, stopwatch);
    this.#held = isSaved ? new HeldArrivals() : undefined;
    this.#state = this.#held && new EngineState(this.#owners(), this.#buffer, this.#seen, this.#held);
    this.#intake = new Intake({
      lanes: this.#lanes,
      buffer: this.#buffer,
      seen: this.#seen,
      held: this.#held,
      counts: this.counts,
      digest,
      remake,
    });
    this.restarts = isSaved ? this.#restore(state) : [];
  }

  /**
   * Takes an event as it arrives, and asks the rules about it.
   *
   * @param origin its record. Default: the event itself is held
   */
  push(event: AnyEvent, origin: Origin = { size: 0, record: event }): Admission {
    return this.#intake.isDuplicate(event.p_row_id) ? DUPLICATE : this.#intake.take(this.ask(event), origin);
  }

  /**
   * Asks the rules about an event, which changes nothing: another engine of the same rules may {@link admit} it.
   *
   * @example
   * const asked = structuredClone(inWorker.ask(event));
   * engine.admit(asked, { size, record });
   */
  ask(event: AnyEvent): Asked {
    return this.#lanes.ask(event);
  }

  /** Takes an event as it arrives, about which the rules were asked. */
  admit(asked: Asked, origin: Origin): Admission {
    return this.#intake.isDuplicate(asked.rowId) ? DUPLICATE : this.#intake.take(asked, origin);
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
    return [...closed, ...this.#desk.handOutRest()];
  }

  /** The ids of alerts that more events may still join. */
  openAlerts(): ReadonlySet<string> {
    return this.#closing.ids();
  }

  /** What has changed in the state since the last call; to be asked for after a turn. */
  takeDelta(): StateDelta {
    return this.#state?.takeDelta() ?? { puts: new Map(), deletes: [] };
  }

  #owners(): StateOwner[] {
    return [
      ...this.#lanes.all.map((lane) => ruleState(lane, this.#digest)),
      ...this.#correlations.lanes.map((lane) => correlationState(lane, this.#digest)),
    ];
  }

  #restore(state: ReadonlyMap<string, StateValue>): readonly Restart[] {
    const restored = this.#state?.restore(state);
    if (restored === undefined) return [];
    this.#desk.restore(restored.alerts, restored.orphans);
    for (const stored of restored.held) this.#intake.holdAgain(stored);
    return restored.restarts;
  }

  /** @param now all before this time has come */
  #run(arrivals: readonly Arrival[], now: number): readonly Alert[] {
    for (const arrival of arrivals) {
      this.#held?.release(arrival);
      for (const match of arrival.matches) this.#lanes.of(match.ruleId)?.due.push(match);
    }
    const raised = new Set<OpenAlert>();
    const stepMatches: StepMatch[] = [];
    for (const lane of this.#lanes.all) {
      if (lane.due.length === 0 && lane.rule.measure.absence === undefined) continue;
      const start = this.#stopwatch();
      for (const alert of lane.runner.run(lane.due)) raised.add(alert);
      for (const alert of lane.runner.expire(now)) raised.add(alert);
      for (const match of lane.runner.takeStepMatches()) stepMatches.push(match);
      lane.due = [];
      lane.counts.milliseconds += this.#stopwatch() - start;
      lane.counts.evicted = lane.runner.evicted;
    }
    for (const alert of this.#correlations.run(stepMatches, now)) raised.add(alert);
    this.counts.releasedEarly = this.#buffer.early;
    this.counts.forgottenRows = this.#seen.forgotten;
    this.counts.evicted = Object.values(this.counts.rules).reduce((sum, { evicted }) => sum + evicted, 0);
    return this.#desk.handOut(raised, now);
  }
}
