import { isDuration, toDuration, toMilliseconds } from "../../base/duration.ts";
import type { SyntaxNode } from "../../lint/syntax-node.ts";
import { walkValues } from "../../lint/value-nodes.ts";
import { isSeverity, SEVERITIES } from "../../rule/severity.ts";
import type { Change } from "./change.ts";

/**
 * The changes of a module's values that Stryker does not make, though thresholds and windows are the heart of a rule:
 * a whole number is one more and one less, a fraction a tenth of itself more and less; a length of time is twice and
 * half as long; a severity is the one below, and `INFO` is `LOW`.
 *
 * @param except what is left as it is
 */
export function valueChanges(tree: SyntaxNode, except: readonly SyntaxNode[]): Change[] {
  const found: Change[] = [];
  walkValues(tree, (node) => {
    const { type, start, end, value } = node;
    if (except.includes(node)) return false;
    for (const replacement of type === "Literal" ? others(value) : [])
      found.push({ mutator: mutatorOf(value), start, end, replacement });
    return true;
  });
  return found;
}

function others(value: unknown): string[] {
  if (typeof value === "number") {
    const by = Number.isInteger(value) ? 1 : value / 10;
    return [value + by, value - by].map((one) => String(Number(one.toPrecision(15))));
  }
  if (isSeverity(value)) return [JSON.stringify(SEVERITIES[SEVERITIES.indexOf(value) - 1] ?? "LOW")];
  if (typeof value !== "string" || !isDuration(value)) return [];
  const length = toMilliseconds(value);
  return [length * 2, Math.ceil(length / 2)].map((one) => JSON.stringify(toDuration(one)));
}

function mutatorOf(value: unknown): string {
  if (typeof value === "number") return "NumberLiteral";
  return isSeverity(value) ? "SeverityLiteral" : "DurationLiteral";
}
