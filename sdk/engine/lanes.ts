import type { AnyEvent } from "../event/log-types.ts";
import type { AnyRule } from "../rule/rule.ts";
import type { Questioned } from "./arrival.ts";
import { compileRule } from "./compiled-rule.ts";
import type { Correlations } from "./correlation/correlations.ts";
import { emptyRuleCounts } from "./engine-counts.ts";
import { evaluate } from "./evaluate.ts";
import { KeyTree } from "./key-tree.ts";
import type { Lane } from "./lane.ts";
import type { Answer, Asked, Sighted } from "./match.ts";
import { RuleRunner, type Shared } from "./rule-runner.ts";

const NO_ANSWERS: readonly Answer[] = [];

/** One event in so many is timed, and stands for them all: looking at the clock costs as much as asking most rules. */
const TIMED = 16;

/** The rules of an engine. */
export class Lanes {
  readonly all: readonly Lane[];
  readonly #byId: ReadonlyMap<string, Lane>;
  readonly #byLogType: ReadonlyMap<string, readonly Lane[]>;
  readonly #stopwatch: () => number;
  #asked = 0;

  constructor(
    rules: readonly AnyRule[],
    { listeners }: Correlations,
    shared: Shared,
    stopwatch: () => number,
  ) {
    this.#stopwatch = stopwatch;
    const sighted = new KeyTree<Sighted>();
    this.all = rules.map((rule): Lane => {
      const compiled = compileRule(rule, shared.digest, listeners.get(rule.id), sighted);
      const counts = emptyRuleCounts();
      shared.counts.rules[rule.id] = counts;
      return { rule: compiled, counts, runner: new RuleRunner(compiled, counts, shared), due: [] };
    });
    this.#byId = new Map(this.all.map((lane) => [lane.rule.id, lane]));
    const logTypes = new Set(this.all.flatMap(({ rule }) => rule.rule.logTypes));
    this.#byLogType = new Map(
      [...logTypes].map((name) => [name, this.all.filter(({ rule }) => rule.rule.logTypes.includes(name))]),
    );
  }

  of(ruleId: string): Lane | undefined {
    return this.#byId.get(ruleId);
  }

  /** Counts an event for the rules that are about its log type. */
  count(logType: string): void {
    for (const { counts } of this.#byLogType.get(logType) ?? []) counts.events++;
  }

  /** Asks the rules about an event. */
  ask(event: AnyEvent): Asked {
    const { p_event_time, p_row_id: rowId, p_log_type: logType } = event;
    const about: Questioned = { time: p_event_time.getTime(), rowId, logType };
    const lanes = this.#byLogType.get(logType) ?? [];
    const answers =
      ++this.#asked % TIMED === 0 ? this.#askTimed(lanes, event, about) : askAll(lanes, event, about);
    return { time: about.time, rowId, logType, answers: answers ?? NO_ANSWERS };
  }

  #askTimed(lanes: readonly Lane[], event: AnyEvent, about: Questioned): Answer[] | undefined {
    let answers: Answer[] | undefined;
    let start = this.#stopwatch();
    for (const { rule, counts } of lanes) {
      const answer = evaluate(rule, event, about);
      if (answer !== undefined) (answers ??= []).push(answer);
      const end = this.#stopwatch();
      counts.milliseconds += (end - start) * TIMED;
      start = end;
    }
    return answers;
  }
}

function askAll(lanes: readonly Lane[], event: AnyEvent, about: Questioned): Answer[] | undefined {
  let answers: Answer[] | undefined;
  for (const { rule } of lanes) {
    const answer = evaluate(rule, event, about);
    if (answer !== undefined) (answers ??= []).push(answer);
  }
  return answers;
}
