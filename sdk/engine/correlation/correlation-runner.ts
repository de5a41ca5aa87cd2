import type { Digest } from "../../base/digest.ts";
import type { Failure } from "../fault.ts";
import { Heartbeats } from "../heartbeats.ts";
import { join, type OpenAlert } from "../open-alert.ts";
import { Table } from "../table.ts";
import { takeInAnyOrder } from "./any-order.ts";
import type { CompiledCorrelation } from "./compiled-correlation.ts";
import { type Completion, completionOf } from "./completion.ts";
import { createCorrelationAlert, createErrorAlert, joinCompletion } from "./correlation-alert.ts";
import { inOrder, type Occurrence } from "./in-order.ts";
import { type KeyState, lastTime, newKeyState, progress, spentAt, startAfresh } from "./key-state.ts";
import { takeInSequence } from "./sequence.ts";
import type { StepMatch } from "./step-match.ts";

/** What a correlation works with. */
export interface CorrelationOptions {
  readonly digest: Digest;
  /** How many keys it may remember. Default: 100,000. */
  readonly limit?: number;
  /** Whether what changes is asked for, to be saved. Default: false. */
  readonly isSaved?: boolean;
  /** Told of an alert whose key had to go at some time, in milliseconds since 1970, before it closed. */
  readonly onEvict?: (alert: OpenAlert, now: number) => void;
}

/** What some matches led to. */
export interface Outcome {
  /** Alerts that were created or joined, in order; one that several joined is there several times. */
  readonly alerts: OpenAlert[];
  /** What the completions are for the correlations above, in order of time. */
  readonly above: StepMatch[];
}

/** Takes the matches of one correlation through its steps to alerts. */
export class CorrelationRunner {
  readonly keys: Table<KeyState>;
  /** One value for each kind of error, of which only the alert is used. */
  readonly errors: Table<KeyState>;
  readonly counts = { completions: 0, alerts: 0, errors: 0 };
  readonly #correlation: CompiledCorrelation;
  readonly #digest: Digest;
  readonly #deadlines = new Heartbeats();
  #now = Number.NEGATIVE_INFINITY;

  constructor(
    correlation: CompiledCorrelation,
    { digest, limit = 100_000, isSaved = false, onEvict }: CorrelationOptions,
  ) {
    this.#correlation = correlation;
    this.#digest = digest;
    const keeping = {
      spentAt: (state: KeyState) => spentAt(state, correlation),
      worth: (state: KeyState) => progress(state, correlation),
      lastTime,
    };
    const closeEarly = ({ alert }: KeyState): void => {
      if (alert !== undefined) onEvict?.(alert, this.#now);
    };
    const forget = (key: string, state: KeyState): void => {
      this.#deadlines.forget(key);
      closeEarly(state);
    };
    this.keys = new Table(limit, { ...keeping, onEvict: forget }, isSaved);
    this.errors = new Table(limit, { ...keeping, onEvict: (_, state) => closeEarly(state) }, isSaved);
  }

  /** Puts back the saved state of a key. */
  restore(key: string, state: KeyState): void {
    this.keys.restore(key, state);
    if (state.awaited !== undefined) this.#deadlines.beat({ key, deadline: state.awaited.deadline });
  }

  /**
   * Counts matches.
   *
   * @param due all of them of this correlation, and all that there are of each time; in any order
   * @param now all before this time has come
   */
  run(due: readonly StepMatch[], now: number): Outcome {
    const outcome: Outcome = { alerts: [], above: [] };
    const matches = due.toSorted((one, other) => one.time - other.time);
    for (let from = 0, to = 1; from < matches.length; from = to++) {
      const time = matches[from]?.time ?? now;
      while (matches[to]?.time === time) to++;
      this.#runTogether(matches.slice(from, to), time, outcome);
    }
    this.#expire(now, outcome);
    return outcome;
  }

  /** Counts all matches of one time. */
  #runTogether(matches: readonly StepMatch[], time: number, outcome: Outcome): void {
    this.#expire(time, outcome);
    this.#now = time;
    for (const match of matches) if (match.error !== undefined) this.#fail(match, match.error, outcome);
    const sound = matches.filter(({ error }) => error === undefined);
    for (const occurrence of inOrder(sound, this.#correlation.steps)) this.#take(occurrence, outcome);
  }

  /** Takes what one event is for one key. */
  #take(occurrence: Occurrence, outcome: Outcome): void {
    const { key, time } = occurrence;
    if (this.keys.get(key) === undefined && !this.#begins(occurrence)) return;
    const state = this.#change(this.keys, key, time);
    const { awaited } = state;
    const take = this.#correlation.order === "sequence" ? takeInSequence : takeInAnyOrder;
    const match = take(this.#correlation, state, occurrence);
    if (match !== undefined) this.#complete(state, { match, time, since: time }, outcome);
    if (state.awaited === awaited) return;
    if (state.awaited === undefined) this.#deadlines.forget(key);
    else this.#deadlines.beat({ key, deadline: state.awaited.deadline });
  }

  /** Whether an event can be the first of a key. The others are left alone: most keys never begin. */
  #begins({ matches }: Occurrence): boolean {
    const { order, steps } = this.#correlation;
    return order === "any" || matches.some(({ step }) => step === 0 || (step === 1 && steps[0]?.isAbsent));
  }

  /** Completes the keys for which the time has passed in which something must not happen. */
  #expire(now: number, outcome: Outcome): void {
    const last = this.#correlation.steps.length - 2;
    for (const { key, deadline } of this.#deadlines.takeMissed(now)) {
      const state = this.#change(this.keys, key, deadline);
      const match = state.steps[last]?.last;
      if (match === undefined || state.awaited === undefined) continue;
      this.#complete(state, { match, time: deadline, since: state.awaited.since }, outcome);
    }
  }

  #complete(
    state: KeyState,
    at: { readonly match: StepMatch; readonly time: number; readonly since: number },
    { alerts, above }: Outcome,
  ): void {
    const { match, time } = at;
    const isNew = state.alert === undefined;
    for (const one of match.above) if (one.on === "match" || isNew) above.push({ ...one, time });
    this.counts.completions++;
    if (this.#correlation.rule.createAlert !== false)
      alerts.push(this.#alert(state, completionOf(this.#correlation, state, at)));
    startAfresh(state);
  }

  /** The alert that a completion makes or joins. */
  #alert(state: KeyState, completion: Completion): OpenAlert {
    if (state.alert !== undefined) joinCompletion(state.alert, this.#correlation, completion);
    else this.counts.alerts++;
    return (state.alert ??= createCorrelationAlert(this.#correlation, completion, this.#digest));
  }

  /** Takes a match of which the correlation could not say what it needs. */
  #fail(match: StepMatch, error: Failure, { alerts }: Outcome): void {
    const state = this.#change(this.errors, match.key, match.time);
    if (state.alert === undefined) {
      state.alert = createErrorAlert(this.#correlation, match, error, this.#digest);
      this.counts.alerts++;
    }
    join(state.alert, match.entry);
    alerts.push(state.alert);
    this.counts.errors++;
  }

  /** The state of a key to be changed, with its alert if that is still open. */
  #change(table: Table<KeyState>, key: string, time: number): KeyState {
    const state = table.change(key, time, () => newKeyState(this.#correlation));
    if (state.alert !== undefined && time >= state.alert.closesAt) state.alert = undefined;
    return state;
  }
}
