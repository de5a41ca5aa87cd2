import type { Detection, JsonObject } from "caracal";
import { type Alert, type Replay, replay } from "caracal/testing";
import { readClock, writeClock } from "./clock.ts";
import type { Row } from "./event-tables.ts";
import { recordOf } from "./record-of.ts";

/** What became of a row's event. */
export interface Outcome {
  /** `alert`, `alert at TIME` when that is not the event's, `joins`, `late`, or nothing. */
  readonly told: string;
  /** The alerts that it created. */
  readonly created: readonly Alert[];
}

/** What becomes of each event, in the order in which they come: what one more changes in the result of all before. */
export async function outcomesOf(rules: Detection | Detection[], rows: readonly Row[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let before = await replay(rules, []);
  for (const [index, row] of rows.entries()) {
    const after = await replay(rules, recordsSeen(rows.slice(0, index + 1)));
    outcomes.push(outcomeOf(row, before, after));
    before = after;
  }
  return outcomes;
}

/** The records of those rows that a run does not refuse: the others do not reach the rules. */
export function recordsSeen(rows: readonly Row[]): JsonObject[] {
  return rows.filter(({ cells }) => cells["reject"] !== "EVENT_FAR_AHEAD").map(recordOf);
}

function outcomeOf({ cells }: Row, before: Replay, after: Replay): Outcome {
  const counted = new Map(before.alerts.map((alert) => [nameOf(alert), alert.eventCount]));
  const created = after.alerts.filter((alert) => !counted.has(nameOf(alert)));
  const joined = after.alerts.filter((alert) => alert.eventCount > (counted.get(nameOf(alert)) ?? Infinity));
  const told = [
    ...created.map(({ createdAt }) => alertAt(Date.parse(createdAt), readClock(cells["time"] ?? ""))),
    ...joined.map(() => "joins"),
    ...(after.counts.late > before.counts.late ? ["late"] : []),
  ];
  return { told: told.join(", "), created };
}

/** What an alert is known by. Its id also tells which of two events of the same time created it. */
function nameOf({ ruleId, dedup, createdAt }: Alert): string {
  return `${ruleId} ${dedup} ${createdAt}`;
}

function alertAt(created: number, now: number): string {
  return created === now ? "alert" : `alert at ${writeClock(created)}`;
}
