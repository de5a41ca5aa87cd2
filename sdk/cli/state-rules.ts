import sumBy from "lodash/sumBy.js";
import { CaracalError } from "../base/caracal-error.ts";
import type { OpenAlert } from "../engine/open-alert.ts";
import { readStateKey } from "../engine/state-key.ts";
import { toRow } from "../state/state-row.ts";
import type { StateValue } from "../state/store.ts";
import type { StateEntries } from "./state-file.ts";

/** Something that is remembered for a rule. */
export interface RuleEntry {
  readonly key: string;
  readonly kind: string;
  /** What tells it from others of its kind: a group's dedup key. */
  readonly name: string;
  readonly value: StateValue;
}

/** How much is remembered for a rule. */
export interface RuleFacts {
  readonly ruleId: string;
  /** Groups of matches and of rule errors, and keys of a correlation. */
  readonly groups: number;
  /** Of the groups, those whose alert may still grow. */
  readonly openAlerts: number;
  readonly seenKeys: number;
  readonly scopes: number;
  /** What all of it takes in the file. */
  readonly bytes: number;
}

/** What is remembered for rules, by id. */
export function entriesByRule(entries: StateEntries): ReadonlyMap<string, readonly RuleEntry[]> {
  const rules = new Map<string, RuleEntry[]>();
  for (const [key, value] of entries) {
    const owned = key.startsWith("rule ")
      ? { kind: "rule", ruleId: key.slice(5), name: "" }
      : readStateKey(key);
    if (owned === undefined) continue;
    const { ruleId, kind, name } = owned;
    const own = rules.get(ruleId) ?? [];
    rules.set(ruleId, own);
    own.push({ key, kind, name, value });
  }
  return new Map([...rules].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * What is remembered for one rule.
 *
 * @throws CaracalError `ARGUMENT_INVALID` when that is nothing
 */
export function entriesOfRule(entries: StateEntries, ruleId: string, source: string): readonly RuleEntry[] {
  const rules = entriesByRule(entries);
  const own = rules.get(ruleId);
  if (own !== undefined) return own;
  throw new CaracalError({
    code: "ARGUMENT_INVALID",
    source,
    message: `remembers nothing of a rule ${ruleId}`,
    fix: rules.size === 0 ? "it knows no rule" : `it knows ${[...rules.keys()].join(", ")}`,
  });
}

/**
 * How much some entries of a rule are.
 *
 * @param now how far events have come
 */
export function ruleFacts(ruleId: string, entries: readonly RuleEntry[], now: number): RuleFacts {
  const groups = entries.filter(isGroup);
  return {
    ruleId,
    groups: groups.length,
    openAlerts: groups.filter(({ value }) => openAlertOf(value, now) !== undefined).length,
    seenKeys: entries.filter(({ kind }) => kind === "seen").length,
    scopes: entries.filter(({ kind }) => kind === "scope").length,
    bytes: sumBy(entries, ({ key, value }) => sumBy(toRow(key, value), "length")),
  };
}

export function isGroup({ kind }: RuleEntry): boolean {
  return kind === "group" || kind === "errors" || kind === "correlation";
}

/** The alert of a group, if it may still grow. */
export function openAlertOf(value: StateValue, now: number): OpenAlert | undefined {
  const { alert } = value as { readonly alert?: OpenAlert };
  return alert !== undefined && alert.closesAt > now ? alert : undefined;
}
