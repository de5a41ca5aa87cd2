import type { Indicators } from "../event/standard-fields.ts";
import type { Window } from "../rule/threshold.ts";
import type { Fault } from "./alert.ts";
import type { Measure } from "./compiled-rule.ts";
import { addExactly, type ExactSum, rounded } from "./exact-sum.ts";
import { type HourHistory, isOutlived, usualAt } from "./hour-history.ts";
import type { OpenAlert } from "./open-alert.ts";

/** One match in a window. */
export interface Entry {
  readonly time: number;
  readonly value: number | string;
  readonly rowId: string;
  readonly logType: string;
  readonly indicators: Indicators;
  /** The values of the rule's summary attributes: a path, its value, and so on. */
  readonly summary: readonly string[];
  readonly faults: readonly Fault[];
}

/** The matches of one rule that share a dedup key: plain data, as the state store keeps it. */
export interface Group {
  /** How long an entry stays in the window, in milliseconds. */
  readonly within: number;
  /** In order of time; those before `head` have left the window. */
  entries: Entry[];
  head: number;
  /** The sum of the window's numbers. */
  readonly sum: ExactSum;
  /** How often each value is in the window; only for a unique measure. */
  readonly counts: Map<string, number>;
  /** What it did before, hour by hour; only for a baseline. */
  readonly history?: HourHistory;
  /** Until when a match must come, in milliseconds since 1970; only for an absence. */
  awaited?: number | undefined;
  /** Its alert, until the next match finds it closed. */
  alert: OpenAlert | undefined;
}

export function emptyGroup(within: number): Group {
  return { within, entries: [], head: 0, sum: [], counts: new Map(), alert: undefined };
}

/** Adds a match and lets go of those that are `within` or more before it. */
export function addToWindow(group: Group, entry: Entry): void {
  group.entries.push(entry);
  account(group, entry.value, 1);
  for (let first = group.entries[group.head]; first !== undefined; first = group.entries[group.head]) {
    if (first.time > entry.time - group.within) break;
    account(group, first.value, -1);
    group.head++;
  }
  if (group.head > 32 && group.head * 2 > group.entries.length) {
    group.entries = group.entries.slice(group.head);
    group.head = 0;
  }
}

/** A group whose first match comes now. */
export function newGroup(within: number, { usual }: Measure, now: number): Group {
  if (usual === undefined) return emptyGroup(within);
  return { ...emptyGroup(within), history: { days: usual.days, first: now, hours: new Map() } };
}

/** What the window measures now; it is not empty. */
function windowValue(group: Group, kind: Measure["kind"]): number {
  const matches = group.entries.length - group.head;
  if (kind === "count") return matches;
  if (kind === "unique") return group.counts.size;
  if (kind === "absence") return 0;
  return kind === "ratio" ? rounded(group.sum) / matches : rounded(group.sum);
}

/** Whether the window has reached what raises an alert. */
export function crosses(group: Group, { kind, atLeast, minimum = 0, usual }: Measure): boolean {
  const value = windowValue(group, kind);
  if (kind === "ratio") return group.entries.length - group.head >= minimum && value > atLeast;
  if (value < atLeast) return false;
  const { history, entries } = group;
  if (usual === undefined || history === undefined) return usual === undefined;
  const now = entries.at(-1)?.time ?? Number.NaN;
  return now - history.first >= usual.warmUp && value > usual.factor * usualAt(history, now);
}

/** The window as a rule sees it; it is not empty. */
export function windowOf(group: Group, kind: Measure["kind"]): Window {
  const last = group.entries.at(-1)?.time ?? Number.NaN;
  return {
    value: windowValue(group, kind),
    count: group.entries.length - group.head,
    firstEventTime: new Date(group.entries[group.head]?.time ?? Number.NaN),
    lastEventTime: new Date(last),
    ...(group.history && { usual: usualAt(group.history, last) }),
  };
}

/** Lets the group start from nothing once its alert has closed: a match counts towards one alert only. */
export function startAfresh(group: Group, now: number): void {
  if (group.alert === undefined || now < group.alert.closesAt) return;
  group.alert = undefined;
  group.entries = [];
  group.head = 0;
  group.sum.length = 0;
  group.counts.clear();
}

/** Whether the group can be forgotten: no open alert, nothing in its window that no closed one has counted, no past. */
export function isSpent({ alert, entries, within, history, awaited }: Group, now: number): boolean {
  if (awaited !== undefined) return false;
  if (history !== undefined && !isOutlived(history, now)) return false;
  if (alert !== undefined) return alert.closesAt <= now;
  const last = entries.at(-1);
  return last === undefined || last.time <= now - within;
}

function account(group: Group, value: number | string, sign: 1 | -1): void {
  if (typeof value === "number") {
    addExactly(group.sum, sign * value);
    return;
  }
  const count = (group.counts.get(value) ?? 0) + sign;
  if (count === 0) group.counts.delete(value);
  else group.counts.set(value, count);
}
