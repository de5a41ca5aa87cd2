import type { AnyEvent } from "../../event/log-types.ts";
import type { AnyRule } from "../../rule/rule.ts";
import type { Window } from "../../rule/threshold.ts";

/** How much earlier than its event a made-up window begins, in milliseconds. */
const SPAN = 60_000;

/** A window that has just reached what the rule's threshold asks for. */
export function madeUpWindow({ threshold = 1 }: AnyRule, event: AnyEvent): Window {
  const time = event.p_event_time;
  const said = typeof threshold === "number" ? { count: threshold } : threshold;
  const value = said.count ?? said.atLeast ?? said.above ?? said.floor ?? 0;
  return {
    value,
    count: Math.max(1, said.count ?? said.minimum ?? 1),
    firstEventTime: new Date(time.getTime() - SPAN),
    lastEventTime: time,
    ...(said.factor !== undefined && { usual: value / said.factor }),
  };
}
