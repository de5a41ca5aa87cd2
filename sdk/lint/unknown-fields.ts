import type { Issue } from "../base/issue.ts";
import { nearest } from "../schema/nearest.ts";
import { type Callback, callbacksOf } from "./callbacks-of.ts";
import { type EventRead, eventReads } from "./event-reads.ts";
import type { Definition } from "./find-definitions.ts";
import type { LintContext, LintedRule } from "./linted-rule.ts";
import { issueAt } from "./source-module.ts";
import { logTypesOf } from "../rule/check-correlations.ts";

/** Fields that a rule reads and that none of its log types has: they are never there, whatever a cast says. */
export function unknownFields(linted: LintedRule, { logTypes }: Pick<LintContext, "logTypes">): Issue[] {
  const { rule, definition } = linted;
  if (definition === undefined) return [];
  const names = logTypesOf(rule);
  const told = new Map<number, Issue>();
  for (const callback of callbacksOf(rule, definition, logTypes))
    for (const read of readsOf(callback, definition)) {
      if (read.field !== undefined || told.has(read.node.start)) continue;
      const message = `${pathOf(read)} is no field of ${names.join(" or of ")}, so it is never there`;
      const fix = fixFor(read);
      told.set(
        read.node.start,
        issueAt(definition.module, read.node, { code: "RULE_FIELD_UNKNOWN", message, fix }),
      );
    }
  return [...told.values()];
}

function readsOf({ fn, event }: Callback, around: Definition): EventRead[] {
  return event === undefined ? [] : eventReads(fn, event, around);
}

function pathOf({ of, name }: EventRead): string {
  const path = of.nodes[0]?.path ?? "";
  return path === "" ? name : `${path}${of.isElement ? "[]" : ""}.${name}`;
}

function fixFor({ of, name }: EventRead): string {
  const choices = of.nodes.flatMap(({ fields }) => [...fields.keys()]);
  const meant = nearest(name, choices);
  if (meant !== undefined) return `did you mean ${meant}?`;
  const own = [...new Set(choices)].filter((choice) => !choice.startsWith("p_"));
  const some = own.slice(0, 12).join(", ");
  return `there are ${some}${own.length > 12 ? " and others" : ""}; an overlay can add a field that the logs have`;
}
