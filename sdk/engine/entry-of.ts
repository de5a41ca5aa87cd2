import get from "lodash/get.js";
import type { AnyEvent } from "../event/log-types.ts";
import type { Indicators } from "../event/standard-fields.ts";
import type { Fault } from "./alert.ts";
import type { Entry } from "./group.ts";
import type { Match } from "./match.ts";

/** What a window keeps of a match: never the event, whose body may be large and is nobody's business. */
export function entryOf({ rule, item: { event, time }, value }: Match, faults: readonly Fault[]): Entry {
  return {
    time,
    value,
    rowId: event.p_row_id,
    logType: event.p_log_type,
    indicators: indicatorsIn(event),
    summary: (rule.rule.summaryAttributes ?? []).flatMap((path: string) =>
      [get(event, path) as unknown].flat().flatMap((found) => {
        const text = asText(found);
        return text === undefined ? [] : [[path, text] as const];
      }),
    ),
    faults,
  };
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
