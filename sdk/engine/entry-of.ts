import get from "lodash/get.js";
import type { AnyEvent } from "../event/log-types.ts";
import type { Indicators } from "../event/standard-fields.ts";
import type { Entry } from "./group.ts";
import type { Match } from "./match.ts";

/** What a window keeps of a match: never the event, whose body may be large and is nobody's business. */
export function entryOf({ rule, item: { event, time }, value }: Match): Entry {
  const summary = (rule.rule.summaryAttributes ?? []).flatMap((path: string) => {
    const found: unknown = get(event, path);
    return found === undefined || typeof found === "object" ? [] : [[path, String(found)] as const];
  });
  return {
    time,
    value,
    rowId: event.p_row_id,
    logType: event.p_log_type,
    indicators: indicatorsIn(event),
    summary,
  };
}

function indicatorsIn(event: AnyEvent): Indicators {
  const lists: Record<string, readonly string[]> = {};
  for (const key in event) {
    if (key.startsWith("p_any_")) lists[key] = event[key as keyof Indicators] as readonly string[];
  }
  return lists;
}
