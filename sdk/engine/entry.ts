import type { AnyEvent } from "../event/log-types.ts";
import type { Indicators } from "../event/standard-fields.ts";
import type { Fault } from "./alert.ts";
import type { Questioned } from "./arrival.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import { beginningOf, truncate } from "./limits.ts";

/** What an alert tells of a match: never the event, whose body may be large and is nobody's business. */
export interface Entry {
  readonly time: number;
  readonly rowId: string;
  readonly logType: string;
  readonly indicators: Indicators;
  /** The values of the rule's summary attributes: a path, its value, and so on. */
  readonly summary: readonly string[];
  readonly faults: readonly Fault[];
}

/** What an alert of a rule would tell of an event. */
export function entryOf(
  { summaryPaths }: Pick<CompiledRule, "summaryPaths">,
  event: AnyEvent,
  about: Questioned,
  faults: readonly Fault[],
): Entry {
  const { time, rowId, logType } = about;
  about.indicators ??= indicatorsIn(event);
  const summary = summaryPaths.length === 0 ? NOTHING : summaryOf(event, summaryPaths);
  return { time, rowId, logType, indicators: about.indicators, summary, faults };
}

/**
 * An entry without its time, in little room: what is the event's as a text that all rules share, and beside it what the
 * rule adds, if it adds anything.
 */
export type PackedEntry = string | (More & { readonly event: string });

/** Packs an entry. */
export function packEntry({ rowId, logType, indicators, summary, faults }: Entry): PackedEntry {
  let event = texts.get(indicators);
  if (event === undefined) texts.set(indicators, (event = textOf(rowId, logType, indicators)));
  return summary.length + faults.length === 0 ? event : { event, summary, faults };
}

/** The texts of events, by their indicators, which the entries of one event share. */
const texts = new WeakMap<Indicators, string>();

function textOf(rowId: string, logType: string, indicators: Indicators): string {
  // In states that an earlier version wrote, the third place has what the rule adds.
  const packed: unknown[] = [rowId, logType, 0];
  for (const name in indicators) {
    const list = indicators[name as keyof Indicators] ?? NOTHING;
    packed.push(shortName(name), list.length === 1 ? list[0] : list);
  }
  return JSON.stringify(packed);
}

/**
 * What {@link packEntry} packed.
 *
 * @param time when the match was, in milliseconds since 1970
 */
export function unpackEntry(packed: PackedEntry, time: number): Entry {
  const { event, summary, faults } =
    typeof packed === "string" ? { event: packed, summary: NOTHING, faults: [] } : packed;
  const [rowId, logType, , ...lists] = JSON.parse(event) as [string, string, unknown, ...unknown[]];
  const indicators: Record<string, readonly string[]> = {};
  for (let at = 0; at < lists.length; at += 2)
    indicators[`${PREFIX}${lists[at] as string}`] = [lists[at + 1] as string | readonly string[]].flat();
  return { time, rowId, logType, indicators, summary, faults };
}

/** What is sliced off again and again costs more to write than all the rest. */
const shortNames = new Map<string, string>();

function shortName(name: string): string {
  const known = shortNames.get(name);
  if (known !== undefined) return known;
  const short = beginningOf(name.slice(PREFIX.length), name.length);
  if (shortNames.size < MOST_NAMES) shortNames.set(name, short);
  return short;
}

/** More than there are indicators. */
const MOST_NAMES = 100;

type More = Pick<Entry, "summary" | "faults">;

/** What the names of indicator lists begin with. */
const PREFIX = "p_any_";

const NOTHING: Entry["summary"] = [];

/** Where summaries are put together: a list that grows takes room for many more. */
const gathered: string[] = [];

function summaryOf(event: AnyEvent, paths: CompiledRule["summaryPaths"]): Entry["summary"] {
  gathered.length = 0;
  for (const { path, keys } of paths) {
    let found: unknown = event;
    for (const key of keys) found = (found as Record<string, unknown> | null | undefined)?.[key];
    if (Array.isArray(found)) for (const one of found as unknown[]) gather(path, one);
    else gather(path, found);
  }
  return gathered.slice();
}

function gather(path: string, value: unknown): void {
  const text = asText(value);
  if (text !== undefined) gathered.push(path, truncate(text));
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
