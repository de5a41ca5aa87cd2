import type { AnyEvent } from "../event/log-types.ts";
import type { Indicators } from "../event/standard-fields.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import type { Entry } from "./group.ts";
import type { Arrival } from "./match.ts";

/** What a window keeps of a match: never the event, whose body may be large and is nobody's business. */
export function entryOf(
  { summaryPaths }: CompiledRule,
  event: AnyEvent,
  arrival: Arrival,
  { value, faults }: Pick<Entry, "value" | "faults">,
): Entry {
  const { time, rowId, logType } = arrival;
  arrival.indicators ??= indicatorsIn(event);
  const summary = summaryPaths.length === 0 ? NOTHING : summaryOf(event, summaryPaths);
  return { time, value, rowId, logType, indicators: arrival.indicators, summary, faults };
}

const NOTHING: Entry["summary"] = [];

function summaryOf(event: AnyEvent, paths: CompiledRule["summaryPaths"]): Entry["summary"] {
  const summary: string[] = [];
  for (const { path, keys } of paths) {
    let found: unknown = event;
    for (const key of keys) found = (found as Record<string, unknown> | null | undefined)?.[key];
    for (const one of Array.isArray(found) ? (found as unknown[]) : [found]) {
      const text = asText(one);
      if (text !== undefined) summary.push(path, text);
    }
  }
  // What was pushed has room for more; what is kept should not.
  return summary.slice();
}

function indicatorsIn(event: AnyEvent): Indicators {
  const lists: Record<string, readonly string[]> = {};
  for (const key in event) {
    const list: unknown = key.startsWith("p_any_") ? event[key as keyof Indicators] : undefined;
    // Anything else was put there by a rule.
    if (Array.isArray(list)) lists[key] = list as readonly string[];
  }
  return lists;
}

function asText(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}
