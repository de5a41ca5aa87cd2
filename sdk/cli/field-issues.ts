import type { AnyEvent } from "../event/log-types.ts";

/** How often a field was left out of events, by path, what was expected and what was found. */
export type FieldIssueCounts = Map<
  string,
  { readonly expected: string; readonly found: Map<string, number> }
>;

/** Counts the fields that were left out of an event. The paths are those of schemas, so there is a limit to them. */
export function countFieldIssues(
  counts: FieldIssueCounts,
  issues: NonNullable<AnyEvent["p_field_issues"]>,
): void {
  for (const { path, expected, found } of issues) {
    const entry = counts.get(path) ?? { expected, found: new Map<string, number>() };
    entry.found.set(found, (entry.found.get(found) ?? 0) + 1);
    counts.set(path, entry);
  }
}

/** Field issues as they are printed: `{"status":{"expected":"string","found":{"object":3}}}`. */
export function fieldIssueReport(counts: FieldIssueCounts): Record<string, object> {
  const entries = [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    entries.map(([path, { expected, found }]) => [path, { expected, found: Object.fromEntries(found) }]),
  );
}
