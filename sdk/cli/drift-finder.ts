import { type FieldNode, type FieldTree, fieldTree } from "../event/field-tree.ts";
import type { LogType } from "../event/log-type.ts";
import type { Accepted } from "../event/record-decoder.ts";
import { addFieldsRead } from "../rule/fields-read.ts";
import { isCorrelation } from "../rule/correlation.ts";
import type { AnyRule } from "../rule/rule.ts";
import type { Detection } from "../rule/step.ts";
import { countDrift, type DriftEntry } from "./drift.ts";

/** How logs differ from the schema of their log type. */
export interface LogTypeDrift {
  readonly logType: string;
  readonly events: number;
  /** Fields that records have and the schema does not know, by path. */
  readonly unknown: ReadonlyMap<string, DriftEntry>;
  /** Fields of the schema that no event had, in its order; below one that is missing, only that. */
  readonly neverSeen: readonly string[];
  /** Of those, the ones that a rule reads. */
  readonly blindRules: readonly { readonly rule: string; readonly reads: readonly string[] }[];
}

/**
 * Of so many events of a log type, and of each after them that has a field for the first time, it is watched what rules
 * read: a rule reads the same fields of most.
 */
const WATCHED = 1_000;

/** Compares logs with the schemas of their log types, event by event. */
export class DriftFinder {
  readonly #rules: readonly AnyRule[];
  readonly #logTypes: ReadonlyMap<string, LogType>;
  readonly #views = new Map<string, View>();

  constructor(rules: readonly Detection[], logTypes: readonly LogType[]) {
    this.#rules = rules.flatMap((rule) => (isCorrelation(rule) ? [] : [rule]));
    this.#logTypes = new Map(logTypes.map((logType) => [logType.name, logType]));
  }

  add(accepted: Accepted): void {
    const { event, unknown } = accepted;
    const view = this.#viewOf(event.p_log_type);
    view.events++;
    const { p_event_time, p_log_type: logType } = event;
    countDrift(view.unknown, { time: p_event_time.getTime(), logType, unknown });
    const seenBefore = view.seen.size;
    markSeen(event, view.tree, view.seen);
    if (view.events > WATCHED && view.seen.size === seenBefore) return;
    for (const [rule, read] of view.reads) addFieldsRead(rule, event, view.tree, read);
  }

  result(): LogTypeDrift[] {
    return [...this.#views.values()].map(({ logType, events, unknown, tree, seen, reads }) => {
      const neverSeen = [...missing(tree, seen)];
      const blindRules = [...reads].map(([{ id }, read]) => ({
        rule: id,
        reads: neverSeen.filter((node) => read.has(node)).map(({ path }) => path),
      }));
      return {
        logType,
        events,
        unknown,
        neverSeen: neverSeen.map(({ path }) => path),
        blindRules: blindRules.filter((blind) => blind.reads.length > 0),
      };
    });
  }

  #viewOf(name: string): View {
    let view = this.#views.get(name);
    if (view === undefined) {
      const rules = this.#rules.filter(({ logTypes }) => logTypes.includes(name));
      view = {
        logType: name,
        events: 0,
        unknown: new Map(),
        tree: fieldTree(this.#logTypes.get(name) as LogType),
        seen: new Set(),
        reads: new Map(rules.map((rule) => [rule, new Set()])),
      };
      this.#views.set(name, view);
    }
    return view;
  }
}

/** What is known of a log type so far. */
interface View {
  readonly logType: string;
  events: number;
  readonly unknown: Map<string, DriftEntry>;
  readonly tree: FieldTree;
  readonly seen: Set<FieldNode>;
  readonly reads: ReadonlyMap<AnyRule, Set<FieldNode>>;
}

function markSeen(value: unknown, tree: FieldTree, seen: Set<FieldNode>): void {
  if (Array.isArray(value)) {
    for (const element of value) markSeen(element, tree, seen);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, node] of tree) {
    const found = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    if (found === undefined) continue;
    seen.add(node);
    if (node.fields.size > 0) markSeen(found, node.fields, seen);
  }
}

function* missing(tree: FieldTree, seen: ReadonlySet<FieldNode>): Generator<FieldNode> {
  for (const node of tree.values()) {
    if (seen.has(node)) yield* missing(node.fields, seen);
    else yield node;
  }
}
