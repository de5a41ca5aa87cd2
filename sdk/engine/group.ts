import type { Window } from "../rule/threshold.ts";
import type { StoredArrival } from "./arrival.ts";
import type { Measure } from "./compiled-rule.ts";
import type { PackedEntry } from "./entry.ts";
import { addExactly, type ExactSum, rounded } from "./exact-sum.ts";
import { addToHistory, emptyHistory, type HourHistory, outlivedAt, usualAt } from "./hour-history.ts";
import { addText, emptyMultiset, type Multiset, removeText } from "./multiset.ts";
import type { OpenAlert } from "./open-alert.ts";
import { append, firstTime, lastTime, removeFirst, type Series, type Width } from "./series.ts";

/** How many of a window's matches are known by more than their times and numbers: as many as an alert lists. */
const RECENT = 100;

/** The matches of one rule that share a dedup key, and their window: plain data, as the state store keeps it. */
export interface Group extends Series {
  /** The sum of the window's numbers, where the measure needs it. */
  sum?: ExactSum;
  /** The window's values, where the measure tells them apart. */
  values?: Multiset;
  /** What an alert would list of the window's last matches, oldest first; of a single one without a list. */
  recent: PackedEntry | PackedEntry[];
  /** Its alert, until the next match finds it closed. */
  alert?: OpenAlert;
  /** What it did before, hour by hour; only for a baseline. */
  readonly history?: HourHistory;
  /** Its last match, and until when another must come, in milliseconds since 1970; only for an absence. */
  awaited?: { readonly last: StoredArrival; readonly deadline: number };
}

/** What a group needs to know of its rule. */
export interface Measuring {
  readonly measure: Measure;
  /** How long a match stays in the window, in milliseconds. */
  readonly within: number;
}

/** A group before its first match, which comes now. */
export function newGroup({ measure }: Measuring, now: number): Group {
  const { kind, usual } = measure;
  // No more than it needs: there may be very many.
  const group: Group = { open: [], head: 0, length: 0, recent: [] };
  if (kind === "sum" || kind === "ratio" || kind === "baseline") group.sum = [];
  if (kind === "unique") group.values = emptyMultiset();
  return usual === undefined ? group : { ...group, history: emptyHistory(usual.days, now) };
}

function widthOf({ sum, values }: Group): Width {
  return sum === undefined && values === undefined ? 1 : 2;
}

/** Adds a match to the window and lets go of those that are `within` or more before it. */
export function addToWindow(group: Group, within: number, time: number, value: number | string): void {
  const { sum, values } = group;
  const width = widthOf(group);
  const number = typeof value === "number" ? value : values === undefined ? 0 : addText(values, value);
  append(group, width, time, number);
  if (sum !== undefined) addExactly(sum, number);
  while (firstTime(group) <= time - within) {
    const gone = removeFirst(group, width);
    if (sum !== undefined) addExactly(sum, -gone);
    if (values !== undefined) removeText(values, gone);
  }
}

/** Keeps what an alert would list of the window's latest match. */
export function remember(group: Group, packed: PackedEntry): void {
  const { recent, length } = group;
  // A list takes room of its own, and most groups stay small.
  if (!Array.isArray(recent)) group.recent = [recent, packed];
  else if (recent.length === 0) group.recent = packed;
  else recent.push(packed);
  const kept = Math.min(RECENT, length);
  if (Array.isArray(group.recent) && group.recent.length > kept * 1.25 + 2)
    group.recent = group.recent.slice(-kept);
}

/** What an alert lists of the window beside its latest match, which has just been added: the last 99, oldest first. */
export function recentBefore({ recent, length }: Group): readonly PackedEntry[] {
  const list = Array.isArray(recent) ? recent : [recent];
  return list.slice(Math.max(0, list.length - Math.min(RECENT, length) + 1));
}

/** Adds to what is remembered of a group's hours; only for a baseline. */
export function rememberHour({ history }: Group, time: number, value: number | string): void {
  if (history !== undefined && typeof value === "number") addToHistory(history, time, value);
}

/** What the window measures now; it is not empty. */
function windowValue({ length, sum, values }: Group, kind: Measure["kind"]): number {
  if (kind === "absence") return 0;
  if (values !== undefined) return values.ids.size;
  if (sum === undefined) return length;
  return kind === "ratio" ? rounded(sum) / length : rounded(sum);
}

/** Whether the window has reached what raises an alert. */
export function crosses(group: Group, { kind, atLeast, minimum = 0, usual }: Measure): boolean {
  const value = windowValue(group, kind);
  if (kind === "ratio") return group.length >= minimum && value > atLeast;
  if (value < atLeast) return false;
  const { history } = group;
  if (usual === undefined || history === undefined) return usual === undefined;
  const now = lastTimeOf(group);
  return now - history.first >= usual.warmUp && value > usual.factor * usualAt(history, now);
}

/** How near a group is to an alert, from 0 on: what makes room is what is furthest from one. */
export function nearness(group: Group, { kind, atLeast, minimum = 1, usual }: Measure): number {
  const { length, history, alert } = group;
  if (alert !== undefined) return 3;
  if (kind === "absence") return 1 + length / atLeast;
  if (kind === "ratio") return Math.min(1, length / minimum);
  const share = length === 0 ? 0 : windowValue(group, kind) / atLeast;
  const isKnown =
    usual !== undefined && history !== undefined && lastTimeOf(group) - history.first >= usual.warmUp;
  return Math.min(1, share) + (isKnown ? 1 : 0);
}

/** The time of the window's latest match; NaN without one. */
export function lastTimeOf(group: Group): number {
  return lastTime(group, widthOf(group));
}

/** The window as a rule sees it; it is not empty. */
export function windowOf(group: Group, kind: Measure["kind"]): Window {
  const last = lastTimeOf(group);
  return {
    value: windowValue(group, kind),
    count: group.length,
    firstEventTime: new Date(firstTime(group)),
    lastEventTime: new Date(last),
    ...(group.history && { usual: usualAt(group.history, last) }),
  };
}

/** Lets the group start from nothing once its alert has closed: a match counts towards one alert only. */
export function startAfresh(group: Group, now: number): void {
  if (group.alert === undefined || now < group.alert.closesAt) return;
  delete group.alert;
  clearWindow(group);
}

/** Empties the window: its matches have been counted. */
export function clearWindow(group: Group): void {
  delete group.full;
  group.open = [];
  group.head = 0;
  group.length = 0;
  group.recent = [];
  if (group.sum !== undefined) group.sum = [];
  if (group.values !== undefined) group.values = emptyMultiset();
}

/**
 * When the group can be forgotten: once it has no open alert, nothing in its window that no closed one has counted,
 * and no past.
 */
export function spentAt(group: Group, { measure, within }: Measuring): number {
  const { alert, length, history, awaited } = group;
  if (awaited !== undefined) return Number.POSITIVE_INFINITY;
  const past = history === undefined ? Number.NEGATIVE_INFINITY : outlivedAt(history);
  const counted = length === 0 ? past : Math.max(past, lastTimeOf(group) + within);
  if (alert === undefined) return counted;
  // What was heard before a silence counts towards the next.
  return Math.max(measure.kind === "absence" ? counted : past, alert.closesAt);
}
