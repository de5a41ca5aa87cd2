import sumBy from "lodash/sumBy.js";
import { type Group, lastTimeOf } from "../engine/group.ts";
import type { RowChunk } from "../engine/seen-rows.ts";
import type { StateValue } from "../state/store.ts";
import type { StateEntries } from "./state-file.ts";
import {
  entriesByRule,
  isGroup,
  openAlertOf,
  type RuleEntry,
  type RuleFacts,
  ruleFacts,
} from "./state-rules.ts";

/** How much a state remembers. */
export interface StateFacts {
  /** How far events have come, in RFC 3339. */
  readonly time: string | undefined;
  /** By id. */
  readonly rules: readonly RuleFacts[];
  /** Events that wait for earlier ones. */
  readonly heldEvents: number;
  /** Rows that would be duplicates. */
  readonly rememberedRows: number;
  readonly sources: { readonly read: number; readonly inProgress: number };
  /** Alerts that have not been delivered yet. */
  readonly waitingAlerts: number;
}

/** A group as it is told of; times in RFC 3339. */
export interface GroupFacts {
  readonly kind: string;
  /** The dedup key, for a correlation the key that joins its steps. */
  readonly key: string;
  /** In its window; a correlation has none. */
  readonly matches: number | undefined;
  /** When it matched last. */
  readonly lastTime: string | undefined;
  /** Of the alert that may still grow. */
  readonly alertId: string | undefined;
}

export function stateFacts(entries: StateEntries): StateFacts {
  const of = <T>(kind: string): T[] =>
    [...entries].flatMap(([key, value]) => (key.startsWith(`${kind} `) ? [value as T] : []));
  const now = watermarkOf(entries);
  const sources = of<{ readonly isOver?: boolean }>("source");
  const read = sources.filter(({ isOver }) => isOver === true).length;
  return {
    time: textOf(now),
    rules: [...entriesByRule(entries)].map(([ruleId, own]) => ruleFacts(ruleId, own, now)),
    heldEvents: of("held").length,
    rememberedRows: sumBy(of<RowChunk>("rows"), ({ words }) => words.length / 4),
    sources: { read, inProgress: sources.length - read },
    waitingAlerts: of("outbox").length,
  };
}

/** How far events have come, in milliseconds since 1970; before the first, minus infinity. */
export function watermarkOf(entries: StateEntries): number {
  const { watermark = Number.NEGATIVE_INFINITY } = (entries.get("engine") ?? {}) as {
    readonly watermark?: number;
  };
  return watermark;
}

/** The groups of a rule, by kind and key. */
export function groupFacts(entries: readonly RuleEntry[], now: number): GroupFacts[] {
  return entries
    .filter(isGroup)
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ kind, name, value }) => ({
      kind,
      key: name,
      matches: isSeries(value) ? value.length : undefined,
      lastTime: textOf(lastOf(value)),
      alertId: openAlertOf(value, now)?.said.alertId,
    }));
}

function lastOf(value: StateValue): number {
  const { alert } = value as Partial<Group>;
  return alert?.lastEventTime ?? (isSeries(value) ? lastTimeOf(value) : Number.NaN);
}

function isSeries(value: StateValue): value is Group {
  return "open" in value && "length" in value;
}

function textOf(time: number): string | undefined {
  return Number.isFinite(time) ? new Date(time).toISOString() : undefined;
}
