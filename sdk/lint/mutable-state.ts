import type { Issue } from "../base/issue.ts";
import { namesIn, type TopBinding, topBindings } from "./bindings.ts";
import { issueAt, type SourceModule, textOf } from "./source-module.ts";
import { isNode, type SyntaxNode } from "./syntax-node.ts";
import { dottedName, isFunction, listOf, nameOf, unwrap, valuesIn } from "./value-nodes.ts";

/** Methods that change what they are called on. */
const MUTATORS = /^(add|append|clear|copyWithin|delete|fill|pop|push|reverse|set|shift|sort|splice|unshift)$/;

const FIX = "a rule remembers nothing between events: use threshold, firstSeen or a correlation";

/** What functions of a module change that is there longer than they are: what one event does to it, the next one sees. */
export function mutableState(module: SourceModule): Issue[] {
  const top = topBindings(module.tree);
  const issues: Issue[] = [];
  const look = (node: SyntaxNode, inFunction: boolean, own: ReadonlySet<string>): void => {
    const isInner = inFunction || isFunction(node);
    const locals = localsOf(node);
    const hidden = locals.length === 0 ? own : new Set([...own, ...locals]);
    const name = isInner ? changedBy(node, top, hidden) : undefined;
    if (name !== undefined) {
      const message = `${textOf(module, node)} changes ${name}, which the module keeps from one event to the next`;
      issues.push(issueAt(module, node, { code: "RULE_IMPURE", message, fix: FIX }));
    }
    for (const child of valuesIn(node)) look(child, isInner, hidden);
  };
  for (const statement of listOf(module.tree.body)) look(statement, false, new Set());
  return issues;
}

/** The names that hide those of the module within a node. */
function localsOf(node: SyntaxNode): string[] {
  if (isFunction(node)) return listOf(node.params).flatMap(namesIn);
  if (node.type === "CatchClause") return namesIn(node.param);
  const statements =
    node.type === "BlockStatement" ? listOf(node.body) : [node.init, node.left].filter(isNode);
  return statements
    .filter(({ type }) => type === "VariableDeclaration")
    .flatMap(({ declarations }) => listOf(declarations).flatMap(({ id }) => namesIn(id)));
}

/** The variable of the module that a node changes. */
function changedBy(
  node: SyntaxNode,
  top: ReadonlyMap<string, TopBinding>,
  hidden: ReadonlySet<string>,
): string | undefined {
  const isDelete = node.type === "UnaryExpression" && node.operator === "delete";
  const target =
    node.type === "AssignmentExpression"
      ? node.left
      : node.type === "UpdateExpression" || isDelete
        ? node.argument
        : undefined;
  const called = node.type === "CallExpression" ? unwrap(node.callee as SyntaxNode) : undefined;
  if (isNode(target)) return rootsOf(target).find((name) => top.has(name) && !hidden.has(name));
  if (called?.type !== "MemberExpression") return undefined;
  const object = dottedName(called.object as SyntaxNode)?.split(".")[0];
  const value = object === undefined || hidden.has(object) ? undefined : top.get(object)?.value;
  if (value === undefined) return undefined;
  const method = nameOf(called) ?? "";
  return (MUTATORS.test(method) && isContainer(unwrap(value))) ||
    (/^(test|exec)$/.test(method) && keepsIndex(value))
    ? object
    : undefined;
}

/** The variables whose value, or a member of it, an assignment writes. */
function rootsOf(target: SyntaxNode): string[] {
  const own = unwrap(target);
  return own.type === "MemberExpression" ? rootsOf(own.object as SyntaxNode) : namesIn(own);
}

function isContainer({ type }: SyntaxNode): boolean {
  return type === "ArrayExpression" || type === "ObjectExpression" || type === "NewExpression";
}

/** Whether a value is a regular expression that goes on where it stopped. */
function keepsIndex(value: SyntaxNode): boolean {
  const own = unwrap(value);
  const isMade = own.type === "NewExpression" && dottedName(own.callee as SyntaxNode) === "RegExp";
  const flags = isMade
    ? listOf(own.arguments)[1]?.value
    : (own.regex as { flags: string } | undefined)?.flags;
  return typeof flags === "string" && /[gy]/.test(flags);
}
