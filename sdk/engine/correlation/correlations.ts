import type { AnyCorrelation } from "../../rule/correlation.ts";
import { lowestFirst } from "../../rule/check-correlations.ts";
import { emptyRuleCounts, type RuleCounts } from "../engine-counts.ts";
import type { OpenAlert } from "../open-alert.ts";
import type { Shared } from "../rule-runner.ts";
import { type CompiledCorrelation, compileCorrelation } from "./compiled-correlation.ts";
import { CorrelationRunner } from "./correlation-runner.ts";
import { type Listener, listenersOf } from "./listeners.ts";
import type { StepMatch } from "./step-match.ts";

/** A correlation in an engine. */
export interface CorrelationLane {
  readonly correlation: CompiledCorrelation;
  readonly runner: CorrelationRunner;
  readonly counts: RuleCounts;
}

/** The correlations of an engine, those first that others wait for. */
export class Correlations {
  readonly lanes: readonly CorrelationLane[];
  /** The steps that wait for each rule or correlation, by its id. */
  readonly listeners: ReadonlyMap<string, readonly Listener[]>;
  readonly #shared: Shared;
  readonly #stopwatch: () => number;

  /** @throws CaracalError `RULE_INVALID` when a correlation is a step of itself */
  constructor(correlations: readonly AnyCorrelation[], shared: Shared, stopwatch: () => number) {
    const { digest, limit, isSaved, closing } = shared;
    this.#shared = shared;
    this.#stopwatch = stopwatch;
    const compiled = lowestFirst(correlations).map(compileCorrelation);
    this.listeners = listenersOf(compiled, digest);
    const onEvict = (alert: OpenAlert, now: number): void => closing.closeEarly(alert, now);
    this.lanes = compiled.map((correlation) => {
      const counts = emptyRuleCounts();
      shared.counts.rules[correlation.id] = counts;
      const runner = new CorrelationRunner(correlation, { digest, limit, isSaved, onEvict });
      return { correlation, runner, counts };
    });
  }

  /**
   * The alerts that matches created or joined; one that several joined is there several times.
   *
   * @param due all that there are of each time
   * @param now all before this time has come
   */
  run(due: readonly StepMatch[], now: number): OpenAlert[] {
    const waiting = Map.groupBy(due, ({ correlation }) => correlation);
    return this.lanes.flatMap((lane) => {
      const start = this.#stopwatch();
      const { alerts, above } = lane.runner.run(waiting.get(lane.correlation.id) ?? [], now);
      for (const match of above) {
        const list = waiting.get(match.correlation);
        if (list === undefined) waiting.set(match.correlation, [match]);
        else list.push(match);
      }
      this.#count(lane);
      lane.counts.milliseconds += this.#stopwatch() - start;
      return alerts;
    });
  }

  #count({ runner, counts }: CorrelationLane): void {
    const { completions, alerts, errors } = runner.counts;
    this.#shared.counts.alerts += alerts - counts.alerts;
    this.#shared.counts.ruleErrors += errors - counts.errors;
    counts.matches = completions;
    counts.alerts = alerts;
    counts.errors = errors;
    counts.evicted = runner.keys.evicted + runner.errors.evicted;
  }
}
