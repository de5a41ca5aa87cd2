import get from "lodash/get.js";
import type { AnyEvent } from "../event/log-types.ts";
import type { Indicators } from "../event/standard-fields.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import type { Entry } from "./group.ts";
import type { Arrival } from "./match.ts";

/** What a window keeps of a match: never the event, whose body may be large and is nobody's business. */
export function entryOf(
  { rule }: CompiledRule,
  event: AnyEvent,
  { time, rowId, logType }: Arrival,
  { value, faults }: Pick<Entry, "value" | "faults">,
): Entry {
  const paths = rule.summaryAttributes;
  const summary = paths === undefined ? NOTHING : summaryOf(event, paths);
  return { time, value, rowId, logType, indicators: indicatorsIn(event), summary, faults };
}

const NOTHING: Entry["summary"] = [];

function summaryOf(event: AnyEvent, paths: readonly string[]): Entry["summary"] {
  return paths.flatMap((path) =>
    [get(event, path) as unknown].flat().flatMap((found) => {
      const text = asText(found);
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
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
