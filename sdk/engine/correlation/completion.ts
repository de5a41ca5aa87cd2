import type { StepSummary } from "../../rule/correlation.ts";
import { type Entry, unpackEntry } from "../entry.ts";
import { type AlertStep, LISTED } from "./alert-step.ts";
import type { CompiledCorrelation, CompiledStep } from "./compiled-correlation.ts";
import type { KeyState, StepState } from "./key-state.ts";
import type { StepMatch } from "./step-match.ts";

/** A correlation that is complete for a key. */
export interface Completion {
  /** When: at its last event, or as a deadline passed. In milliseconds since 1970. */
  readonly time: number;
  readonly match: StepMatch;
  /** Its events in order of time, each once. */
  readonly entries: readonly Entry[];
  readonly steps: readonly AlertStep[];
  /** What its functions see. */
  readonly told: Readonly<Record<string, StepSummary>>;
}

/**
 * What a completion consists of: the matches of each step that followed the steps before it, as far as they are kept and
 * lie in the window.
 *
 * @param since when all steps were filled
 */
export function completionOf(
  { steps, within }: CompiledCorrelation,
  state: KeyState,
  { match, time, since }: Pick<Completion, "match" | "time"> & { readonly since: number },
): Completion {
  const entries = new Map<string, Entry>();
  const told: Record<string, StepSummary> = {};
  const alertSteps = steps.map((step, at): AlertStep => {
    const { name, ruleId, isAbsent } = step;
    const own = state.steps[at];
    if (isAbsent || own === undefined) return { name, ruleId, count: 0, eventIds: [], absent: true };
    const summary = summaryOf(step, own, since - within);
    told[name] = summary;
    const listed = own.matches.slice(-summary.count).map((taken) => unpackEntry(taken.entry, taken.time));
    for (const entry of listed) entries.set(entry.rowId, entry);
    return {
      name,
      ruleId,
      count: summary.count,
      firstEventTime: summary.firstEventTime.toISOString(),
      lastEventTime: summary.lastEventTime.toISOString(),
      eventIds: listed.slice(0, LISTED).map(({ rowId }) => rowId),
    };
  });
  const inOrder = [...entries.values()].toSorted(
    (one, other) => one.time - other.time || (one.rowId < other.rowId ? -1 : 1),
  );
  return { time, match, entries: inOrder, steps: alertSteps, told };
}

function summaryOf({ ruleId, distinct }: CompiledStep, own: StepState, dead: number): StepSummary {
  const matches = own.matches.filter(({ start }) => start > dead);
  const values = new Set(matches.flatMap((match) => match.distinct ?? []));
  for (const [value, start] of own.values) if (start > dead) values.add(value);
  return {
    ruleId,
    count: matches.length,
    ...(distinct > 0 && { distinct: values.size }),
    firstEventTime: new Date(matches[0]?.time ?? Number.NaN),
    lastEventTime: new Date(matches.at(-1)?.time ?? Number.NaN),
    context: own.last?.context ?? {},
  };
}
