import type { AnyRule, EventOf, Threshold } from "caracal";
import { eventOf } from "caracal/testing";
import { toMilliseconds } from "../../sdk/base/duration.ts";
import { readClock } from "./clock.ts";
import type { Row } from "./event-tables.ts";
import { recordOf } from "./record-of.ts";

type Call = EventOf<"AWS.BedrockModelInvocation">;

/** A rule over calls. */
type CallRule = AnyRule & { readonly dedup: (event: Call) => string; readonly threshold: Threshold<Call> };

/**
 * What the window of each row's event holds, by the letter of the docs: the group's matches later than t − `within`, up
 * to t, that no alert has counted. Nothing for an event that joins an alert. Rows are in order of time.
 *
 * @param told what became of each row
 */
export function windowsOf(rule: AnyRule, rows: readonly Row[], told: readonly string[]): string[] {
  const { dedup, threshold, dedupPeriod = "1h" } = rule as CallRule;
  const within = toMilliseconds(
    (typeof threshold === "object" ? threshold.within : undefined) ?? dedupPeriod,
  );
  const matches = rows.map((row, index) => {
    const event = eventOf("AWS.BedrockModelInvocation", recordOf(row));
    return { event, group: dedup(event), time: readClock(row.cells["time"] ?? ""), told: told[index] };
  });
  return matches.map((match, index) => {
    if (match.told === "joins") return "";
    const group = matches.slice(0, index + 1).filter((each) => each.group === match.group);
    const counted = group.findLastIndex((each) => each !== match && each.told !== "");
    const held = group.slice(counted + 1).filter(({ time }) => time > match.time - within);
    return measured(
      threshold,
      held.map(({ event }) => event),
    );
  });
}

function measured(threshold: Threshold<Call>, held: readonly Call[]): string {
  if (typeof threshold === "number" || threshold.count !== undefined) return `${held.length}`;
  if (threshold.unique !== undefined) return `${new Set(held.map(threshold.unique)).size}`;
  if (threshold.ratio !== undefined) return `${held.filter(threshold.ratio).length} of ${held.length}`;
  const adds = threshold.sum ?? threshold.baseline;
  if (adds === undefined) throw new Error("the window of an absence has nothing to show");
  return `${held.reduce((sum, event) => sum + adds(event), 0)}`;
}
