import type { CompiledStep } from "./compiled-correlation.ts";
import type { StepMatch } from "./step-match.ts";

/** What one event, at one time, is for one key of a correlation. */
export interface Occurrence {
  readonly time: number;
  readonly key: string;
  readonly dedup: string;
  readonly rowId: string;
  /** The last step first, so that no match is taken to come after another of the same event. */
  readonly matches: StepMatch[];
}

/**
 * Puts what came at one time in order, event by event. A log's clock may be coarse, so of different events of one time
 * those of earlier steps count as earlier; what is alike goes by row id.
 */
export function inOrder(matches: readonly StepMatch[], steps: readonly CompiledStep[]): Occurrence[] {
  const [only] = matches;
  // Nearly always.
  if (only !== undefined && matches.length === 1) return [occurrenceOf(only)];
  const rank = (match: StepMatch | undefined): number => steps[match?.step ?? 0]?.rank ?? 0;
  const byEvent = new Map<string, Occurrence>();
  for (const match of matches) {
    const event = JSON.stringify([match.entry.rowId, match.key]);
    const known = byEvent.get(event);
    if (known !== undefined) known.matches.push(match);
    else byEvent.set(event, occurrenceOf(match));
  }
  const all = [...byEvent.values()];
  for (const { matches: own } of all)
    own.sort((one, other) => rank(other) - rank(one) || other.step - one.step);
  return all.toSorted(
    (one, other) =>
      rank(one.matches.at(-1)) - rank(other.matches.at(-1)) ||
      rank(one.matches[0]) - rank(other.matches[0]) ||
      (one.rowId < other.rowId ? -1 : one.rowId > other.rowId ? 1 : one.key < other.key ? -1 : 1),
  );
}

function occurrenceOf(match: StepMatch): Occurrence {
  const { time, key, dedup, entry } = match;
  return { time, key, dedup, rowId: entry.rowId, matches: [match] };
}
