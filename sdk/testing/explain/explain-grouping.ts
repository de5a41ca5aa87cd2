import type { AnyRule } from "../../rule/rule.ts";
import { counted } from "./fold.ts";
import type { Numbered } from "./follow.ts";
import { record } from "./recorder.ts";
import { watchEvent } from "./watch-event.ts";

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
  const told = (
    name: string,
    callback: Callback | undefined,
    when?: (value: unknown) => boolean,
  ): string[] => (callback === undefined ? [] : undefinedLines(name, callback, matching, when));
  return [
    ...Object.entries(keys).flatMap(([name, callback]) => told(name, callback)),
    ...Object.entries({ sum, baseline }).flatMap(([name, callback]) =>
      told(name, callback, (value) => value === 0),
    ),
  ];
}

/**
 * Fields that were undefined where a rule's function looked for something.
 *
 * @param when whether what it returned is to be explained. Default: always
 */
export function undefinedLines(
  name: string,
  callback: Callback,
  matching: readonly Numbered[],
  when: (value: unknown) => boolean = () => true,
): string[] {
  const missing = matching.slice(0, ASKED).flatMap(({ event }) => {
    let value: unknown;
    const { reads } = record((read) => (value = callback(watchEvent(event, read) as never)));
    if (!when(value)) return [];
    return [
      ...new Set(
        reads.flatMap(({ name: field, value: of, why = "" }) => (of === undefined ? [`${field}${why}`] : [])),
      ),
    ];
  });
  return [...Map.groupBy(missing, (field) => field)].map(
    ([field, { length }]) => `${name} read ${field}, which was undefined in ${counted(length, "match")}`,
  );
}
