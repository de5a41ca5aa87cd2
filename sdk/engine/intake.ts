import type { Digest } from "../base/digest.ts";
import type { AnyEvent } from "../event/log-types.ts";
import { type Arrival, restoredArrival, type StoredArrival } from "./arrival.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import type { EngineCounts } from "./engine-counts.ts";
import type { HeldArrivals } from "./held-arrivals.ts";
import type { Lanes } from "./lanes.ts";
import type { Answer, Asked, Match } from "./match.ts";
import type { ReorderBuffer } from "./reorder-buffer.ts";
import type { RuleRunner } from "./rule-runner.ts";
import type { SeenRows } from "./seen-rows.ts";

/** What became of an event on arrival. A late one names the rules that it matched and that cannot count it. */
export type Admission =
  | { readonly outcome: "accepted" | "duplicate"; readonly uncounted?: undefined }
  | { readonly outcome: "late"; readonly uncounted: readonly string[] };

/** What holding a match takes, about, beside its event's record. */
const MATCH_BYTES = 1_024;

const ACCEPTED: Admission = { outcome: "accepted" };

/** An event's record: plain data, from which the event can be made again. */
export interface Origin {
  /** Bytes of the record. */
  readonly size: number;
  readonly record: object;
}

/** What an engine takes events with. */
interface Parts {
  readonly lanes: Lanes;
  readonly buffer: ReorderBuffer<Arrival>;
  readonly seen: SeenRows;
  /** What waits, where it is saved. */
  readonly held: HeldArrivals | undefined;
  readonly counts: EngineCounts;
  readonly digest: Digest;
  readonly remake: (record: object) => AnyEvent | undefined;
}

/** Takes events as they arrive: leaves out duplicates, and holds those that a rule matched until it is their turn. */
export class Intake {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether an event of this row has come before; from now on it has. */
  isDuplicate(rowId: string): boolean {
    if (this.#parts.seen.add(isRowId(rowId) ? rowId : this.#parts.digest(rowId))) return false;
    this.#parts.counts.duplicates++;
    return true;
  }

  /** Takes an event that is no duplicate, about which the rules were asked. */
  take(asked: Asked, { size, record }: Origin): Admission {
    const { time, rowId, logType } = asked;
    const lateAt = this.#parts.buffer.lateAt(time);
    const event = (): AnyEvent => this.#parts.remake(record) as AnyEvent;
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
    this.#parts.lanes.count(logType);
    const uncounted = this.#collect(asked, arrival);
    if (arrival.matches.length > 0) this.#hold(arrival);
    else if (lateAt === undefined) this.#parts.buffer.advance(time);
    if (lateAt === undefined) return ACCEPTED;
    if (uncounted.length > 0) this.#parts.counts.late++;
    return { outcome: "late", uncounted };
  }

  /** Collects an event's matches. Those of a late event that need order it leaves out, and names their rules. */
  #collect({ answers }: Asked, arrival: Arrival): string[] {
    const uncounted: string[] = [];
    for (const answer of answers) {
      const lane = this.#parts.lanes.of(answer.ruleId);
      if (lane === undefined) continue;
      const { rule, runner } = lane;
      if (isKnown(answer, arrival, runner)) continue;
      const isLate = arrival.lateAt !== undefined && answer.error === undefined;
      if (!isLate || !rule.ordered) arrival.matches.push(matchOf(answer, rule, arrival));
      if (isLate && !answer.excepted) uncounted.push(...countersOf(rule));
    }
    return uncounted;
  }

  /** Holds an event until its turn. */
  #hold(arrival: Arrival): void {
    arrival.size += arrival.matches.length * MATCH_BYTES;
    if (arrival.lateAt === undefined) this.#parts.held?.add(arrival);
    this.#parts.buffer.push(arrival);
  }

  /** Holds an event that waited for its turn when the state was saved. Its rules may have changed. */
  holdAgain(stored: StoredArrival): void {
    const arrival = restoredArrival(stored, this.#parts.remake);
    this.#parts.held?.restore(stored);
    if (arrival === undefined) {
      this.#parts.counts.unreadable++;
      this.#parts.held?.release(stored);
      return;
    }
    this.#collect(this.#parts.lanes.ask(arrival.event()), arrival);
    this.#hold(arrival);
  }
}

/** A match in the form that all have: there are very many, and spreading an answer costs more than counting it. */
function matchOf(answer: Answer, rule: CompiledRule, arrival: Arrival): Match {
  const { ruleId, excepted, error, sighted, grouped, faults } = answer;
  const steps = arrival.lateAt === undefined ? answer.steps : undefined;
  return { ruleId, excepted, error, sighted, grouped, steps, faults, rule, arrival };
}

function isRowId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

/** Who cannot count a late match of a rule: the rule itself, and correlations, which need order. */
function countersOf({ id, ordered, listeners }: CompiledRule): string[] {
  const all = [...listeners.match, ...listeners.alert];
  const correlations = new Set(all.map(({ correlation }) => correlation));
  return [...(ordered ? [id] : []), ...correlations];
}

function isKnown({ sighted }: Answer, { lateAt, time }: Arrival, { firstSeen }: RuleRunner): boolean {
  return sighted !== undefined && lateAt === undefined && firstSeen?.isKnown(sighted, time) === true;
}
