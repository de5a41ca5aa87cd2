import type { AnyEvent } from "../../event/log-types.ts";
import type { AnyRule } from "../../rule/rule.ts";
import type { Threshold, Window } from "../../rule/threshold.ts";

/** How much earlier than its event a made-up window begins, in milliseconds. */
const SPAN = 60_000;

/** A window that makes the rule raise an alert: a share or a usual to be exceeded is, by far. */
export function madeUpWindow({ threshold = 1 }: AnyRule, event: AnyEvent): Window {
  const time = event.p_event_time;
  const said = typeof threshold === "number" ? { count: threshold } : threshold;
  const value = valueOf(said);
  const unique = said.unique === undefined ? undefined : said.atLeast;
  return {
    value,
    count: Math.max(1, said.count ?? said.minimum ?? unique ?? 1),
    firstEventTime: new Date(time.getTime() - SPAN),
    lastEventTime: time,
    ...(said.factor !== undefined && { usual: value / (2 * said.factor) }),
  };
}

function valueOf({ count, atLeast, above, floor }: Exclude<Threshold<never>, number>): number {
  if (above !== undefined) return (above + 1) / 2;
  // Nothing exceeds a usual of nothing.
  return count ?? atLeast ?? (floor === undefined ? 0 : Math.max(floor, 1));
}
