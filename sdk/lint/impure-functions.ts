import type { Issue } from "../base/issue.ts";
import { topBindings } from "./bindings.ts";
import { constantOf } from "./constant-of.ts";
import { IMPURE_FUNCTIONS, ZONED_FUNCTIONS, ZONELESS_TEXT } from "./impure-names.ts";
import { importsOf } from "./imports.ts";
import { packageFunctions } from "./package-functions.ts";
import { issueAt, type SourceModule } from "./source-module.ts";
import type { SyntaxNode } from "./syntax-node.ts";
import { listOf, unwrap, walkValues } from "./value-nodes.ts";
import { isZonelessIso } from "./zoneless.ts";

/** Where a module uses functions of lodash and date-fns that read a clock, a zone or dice. */
export function impureFunctions(module: SourceModule): Issue[] {
  const functionAt = packageFunctions(module);
  const top = topBindings(module.tree);
  // With these, functions of date-fns compute in the zone of what they get.
  const namesZone = importsOf(module).some(({ from }) => /^@date-fns\/(tz|utc)(\/|$)/.test(from));
  const texts = new Set<SyntaxNode>();
  const issues: Issue[] = [];
  walkValues(module.tree, (node) => {
    const [first] = node.type === "CallExpression" ? listOf(node.arguments) : [];
    const text = first === undefined ? undefined : constantOf(first, top);
    if (typeof text === "string" && isZonelessIso(text)) texts.add(unwrap(node.callee as SyntaxNode));
    if (node.type !== "Identifier" && node.type !== "MemberExpression") return;
    const { from, name } = functionAt(node) ?? {};
    if (from === undefined || name === undefined) return;
    const ofZone =
      from !== "date-fns" || namesZone
        ? undefined
        : name === "parseISO" && texts.has(node)
          ? ZONELESS_TEXT
          : ZONED_FUNCTIONS.get(name);
    const found = IMPURE_FUNCTIONS[from].get(name) ?? ofZone;
    if (found === undefined) return;
    const { code = "RULE_IMPURE", why, fix } = found;
    issues.push(issueAt(module, node, { code, message: `${name} of ${from} ${why}`, fix }));
  });
  return issues;
}
