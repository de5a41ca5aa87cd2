import type { Issue } from "../base/issue.ts";
import { declaredIn } from "./bindings.ts";
import { IMPURE_GLOBALS, type Impurity, LOADING, LOCAL_METHODS, NOW } from "./impure-names.ts";
import { issueAt, type SourceModule, textOf } from "./source-module.ts";
import type { SyntaxNode } from "./syntax-node.ts";
import { dottedName, listOf, nameOf, unwrap, walkValues } from "./value-nodes.ts";

/** What a module does that no rule should: read the clock, roll dice, reach outside, change globals. */
export function impurity(module: SourceModule): Issue[] {
  const declared = declaredIn(module.tree);
  const issues: Issue[] = [];
  walkValues(module.tree, (node) => {
    const found = impurityOf(node, declared);
    if (found === undefined) return undefined;
    const message = `${textOf(module, node)} ${found.why}`;
    issues.push(issueAt(module, node, { code: "RULE_IMPURE", message, fix: found.fix }));
    // The parts of what is told need not be told again.
    return false;
  });
  return issues;
}

function impurityOf(node: SyntaxNode, declared: ReadonlySet<string>): Impurity | undefined {
  if (node.type === "ImportExpression") return LOADING;
  if (isWrite(node)) {
    const target = node.left ?? node.argument;
    return isGlobal(target as SyntaxNode, declared) ? GLOBAL_WRITE : undefined;
  }
  if (node.type === "NewExpression" || node.type === "CallExpression") return ofCall(node, declared);
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return undefined;
  const name = dottedName(node);
  if (name === undefined || declared.has(rootOf(name))) return undefined;
  return (
    IMPURE_GLOBALS.get(name) ??
    IMPURE_GLOBALS.get(name.split(".").slice(0, 2).join(".")) ??
    IMPURE_GLOBALS.get(rootOf(name))
  );
}

function ofCall(node: SyntaxNode, declared: ReadonlySet<string>): Impurity | undefined {
  const callee = unwrap(node.callee as SyntaxNode);
  const count = listOf(node.arguments).length;
  if (dottedName(callee) === "Date" && !declared.has("Date")) {
    if (node.type === "CallExpression" || count === 0) return NOW;
    return count > 1 ? LOCAL_DATE : undefined;
  }
  if (callee.type !== "MemberExpression" || node.type === "NewExpression") return undefined;
  const method = nameOf(callee) ?? "";
  if (count === 0 && /^toLocale(Date|Time)?String$/.test(method)) return LOCALE;
  return LOCAL_METHODS.get(method);
}

const LOCAL_DATE: Impurity = {
  why: "makes a time in the time zone of the machine",
  fix: "use new Date(Date.UTC(…))",
};

const LOCALE: Impurity = {
  why: "depends on the language and time zone of the machine",
  fix: 'name them, as in toLocaleString("en-US", { timeZone: "UTC" })',
};

const GLOBAL_WRITE: Impurity = {
  why: "changes what all rules share, so one rule changes another",
  fix: "keep it in a constant of the module",
};

function isWrite(node: SyntaxNode): boolean {
  return (
    node.type === "AssignmentExpression" ||
    node.type === "UpdateExpression" ||
    (node.type === "UnaryExpression" && node.operator === "delete")
  );
}

/** Whether what is written to is a global, or a member of one. */
function isGlobal(target: SyntaxNode, declared: ReadonlySet<string>): boolean {
  let root = unwrap(target);
  while (root.type === "MemberExpression") root = unwrap(root.object as SyntaxNode);
  return root.type === "Identifier" && !declared.has(root.name as string);
}

function rootOf(name: string): string {
  return name.split(".")[0] ?? name;
}
