import type { Issue } from "../base/issue.ts";
import { fieldTree } from "../event/field-tree.ts";
import { logTypesOf } from "../rule/check-correlations.ts";
import { callbacksOf } from "./callbacks-of.ts";
import { eventReads } from "./event-reads.ts";
import { timeFields } from "./identity-fields.ts";
import { TIME_TEXT } from "./impure-names.ts";
import type { LintContext, LintedRule } from "./linted-rule.ts";
import { parentsIn } from "./returned-whole.ts";
import { issueAt, textOf } from "./source-module.ts";
import type { SyntaxNode } from "./syntax-node.ts";
import { isWrapper, nameOf, unwrap } from "./value-nodes.ts";

/** Times of an event that a rule puts into a text as they are: `${event.p_event_time}`. */
export function timeTexts(linted: LintedRule, { logTypes }: Pick<LintContext, "logTypes">): Issue[] {
  const { rule, definition } = linted;
  if (definition === undefined) return [];
  const { module } = definition;
  const own = logTypesOf(rule).flatMap((name) => logTypes.get(name) ?? []);
  const fields = own.map((logType) => ({ all: fieldTree(logType), times: timeFields(logType) }));
  const isTime = (path: string): boolean =>
    /^p_(event|parse)_time$/.test(path) ||
    (fields.some(({ times }) => times.includes(path)) &&
      fields.every(({ all, times }) => times.includes(path) || !all.has(path)));
  const parents = parentsIn(module.tree);
  const told = new Map<SyntaxNode, Issue>();
  for (const { fn, event } of callbacksOf(rule, definition, logTypes)) {
    if (event === undefined) continue;
    for (const { node, field } of eventReads(fn, event, definition)) {
      if (field?.nodes.every(({ path }) => isTime(path)) !== true || !isMadeText(node, parents)) continue;
      const at = parents.get(node) ?? node;
      const message = `${textOf(module, at)} ${TIME_TEXT.why}`;
      told.set(node, issueAt(module, at, { code: "RULE_IMPURE", message, fix: TIME_TEXT.fix }));
    }
  }
  return [...told.values()];
}

/** Whether a member, by the name that reads it, becomes a text as it is. */
function isMadeText(name: SyntaxNode, parents: ReadonlyMap<SyntaxNode, SyntaxNode>): boolean {
  let node = parents.get(name);
  if (node?.type !== "MemberExpression") return false;
  let above = parents.get(node);
  while (
    above !== undefined &&
    (isWrapper(above) || (above.type === "LogicalExpression" && above.operator !== "&&"))
  ) {
    node = above;
    above = parents.get(node);
  }
  if (above === undefined) return false;
  if (above.type === "TemplateLiteral") return parents.get(above)?.type !== "TaggedTemplateExpression";
  if (above.type === "BinaryExpression") return above.operator === "+";
  if (above.type === "MemberExpression") return above.object === node && nameOf(above) === "toString";
  return above.type === "CallExpression" && unwrap(above.callee as SyntaxNode).name === "String";
}
