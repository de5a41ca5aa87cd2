import type { AnyRule } from "../../rule/rule.ts";
import { counted } from "./fold.ts";
import type { Numbered } from "./follow.ts";
import { record } from "./recorder.ts";
import { watchReads } from "./watch-reads.ts";

/** Matches that are asked about. */
const ASKED = 100;

type Callback = (event: never) => unknown;

/**
 * Fields that were undefined where a rule looked for the group of a match, or for what it measures. Of a sum only where
 * it was 0: else what was there was enough.
 */
export function groupingLines(rule: AnyRule, matching: readonly Numbered[]): string[] {
  const { dedup, firstSeen, threshold } = rule;
  const { unique, sum, baseline } = typeof threshold === "object" ? threshold : {};
  const keys = { dedup, unique, "firstSeen.key": firstSeen?.key, "firstSeen.scope": firstSeen?.scope };
  const told = (name: string, callback: Callback | undefined, when: (value: unknown) => boolean): string[] =>
    callback === undefined ? [] : undefinedLines(name, callback, matching.slice(0, ASKED), when);
  return [
    ...Object.entries(keys).flatMap(([name, callback]) => told(name, callback, () => true)),
    ...Object.entries({ sum, baseline }).flatMap(([name, callback]) =>
      told(name, callback, (value) => value === 0),
    ),
  ];
}

function undefinedLines(
  name: string,
  callback: Callback,
  matching: readonly Numbered[],
  when: (value: unknown) => boolean,
): string[] {
  const missing = matching.flatMap(({ event }) => {
    let value: unknown;
    const { reads } = record((read) => (value = callback(watchReads(event, read) as never)));
    if (!when(value)) return [];
    return [...new Set(reads.flatMap((one) => (one.value === undefined ? [one.name] : [])))];
  });
  return [...Map.groupBy(missing, (field) => field)].map(
    ([field, { length }]) => `${name} read ${field}, which was undefined in ${counted(length, "match")}`,
  );
}
