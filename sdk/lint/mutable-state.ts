import type { Issue } from "../base/issue.ts";
import { namesIn, type TopBinding, topBindings } from "./bindings.ts";
import { importedBindings, type Neighbour } from "./imported-bindings.ts";
import { packageFunctions } from "./package-functions.ts";
import { issueAt, type SourceModule, textOf } from "./source-module.ts";
import { isNode, type SyntaxNode } from "./syntax-node.ts";
import { dottedName, isFunction, listOf, nameOf, unwrap, valuesIn } from "./value-nodes.ts";

/** Methods that change what they are called on. */
const MUTATORS = /^(add|append|clear|copyWithin|delete|fill|pop|push|reverse|set|shift|sort|splice|unshift)$/;

/** Functions that change what they get first. */
const CHANGES_FIRST =
  /^(Object\.(assign|define(Property|Properties)|setPrototypeOf)|Reflect\.(set|deleteProperty))$/;

/** Functions of lodash that change what they get first. */
const LODASH_CHANGES =
  /^(assign(In)?(With)?|defaults(Deep)?|extend(With)?|fill|merge(With)?|pull(All(By|With)?|At)?|remove|reverse|set(With)?|unset|update(With)?)$/;

/** Methods that call their functions at once. */
const AT_ONCE = /^(every|filter|find|flatMap|forEach|from|map|reduce|reduceRight|some|sort|toSorted)$/;

const FIX = "a rule remembers nothing between events: use threshold, firstSeen or a correlation";

/**
 * What functions of a module change that is there longer than they are: what one event does to it, the next one sees.
 *
 * @param neighbour tells what is imported; of what it does not know, only writes to members are told
 */
export function mutableState(module: SourceModule, neighbour: Neighbour = () => undefined): Issue[] {
  const top = new Map([...importedBindings(module, neighbour), ...topBindings(module.tree)]);
  const functionAt = packageFunctions(module);
  const issues: Issue[] = [];
  // Functions that are done when the module has loaded.
  const runsAtOnce = new Set<SyntaxNode>();
  const look = (node: SyntaxNode, inFunction: boolean, own: ReadonlySet<string>): void => {
    const isInner = inFunction || (isFunction(node) && !runsAtOnce.has(node));
    if (!isInner) for (const fn of calledBy(node)) runsAtOnce.add(fn);
    const locals = localsOf(node);
    const hidden = locals.length === 0 ? own : new Set([...own, ...locals]);
    const name = isInner ? changedBy(node, top, hidden, functionAt) : undefined;
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
  const statements = [...listOf(node.body), ...listOf(node.consequent), node.init, node.left].filter(isNode);
  return statements
    .filter(({ type }) => type === "VariableDeclaration")
    .flatMap(({ declarations }) => listOf(declarations).flatMap(({ id }) => namesIn(id)));
}

/** The variable of the module that a node changes. */
function changedBy(
  node: SyntaxNode,
  top: ReadonlyMap<string, TopBinding>,
  hidden: ReadonlySet<string>,
  functionAt: ReturnType<typeof packageFunctions>,
): string | undefined {
  const isDelete = node.type === "UnaryExpression" && node.operator === "delete";
  const target =
    node.type === "AssignmentExpression"
      ? node.left
      : node.type === "UpdateExpression" || isDelete
        ? node.argument
        : undefined;
  const isKept = (name: string): boolean => top.has(name) && !hidden.has(name);
  if (isNode(target))
    return rootsOf(target).find((name) => isKept(name) && !isIndexOf(target, top.get(name)));
  if (node.type !== "CallExpression") return undefined;
  const callee = unwrap(node.callee as SyntaxNode);
  const [first] = listOf(node.arguments);
  const { from, name: called = "", isFp } = functionAt(callee) ?? {};
  const isLodash = from === "lodash" && isFp === false;
  if (CHANGES_FIRST.test(dottedName(callee) ?? "") || (isLodash && LODASH_CHANGES.test(called)))
    return first === undefined ? undefined : rootsOf(first).find(isKept);
  if (callee.type !== "MemberExpression") return undefined;
  const object = unwrap(callee.object as SyntaxNode);
  const method = nameOf(callee) ?? "";
  return rootsOf(object).find((name) => {
    const value = isKept(name) ? top.get(name)?.value : undefined;
    if (value === undefined) return false;
    const isOwn = object.type === "Identifier";
    return MUTATORS.test(method)
      ? isContainer(unwrap(value), isOwn)
      : /^(test|exec)$/.test(method) && keepsIndex(value);
  });
}

/** Where a regular expression goes on, which matters only to what it matches, and is told there. */
function isIndexOf(target: SyntaxNode, binding: TopBinding | undefined): boolean {
  const own = unwrap(target);
  const isIndex = own.type === "MemberExpression" && nameOf(own) === "lastIndex";
  return isIndex && binding?.value !== undefined && keepsIndex(binding.value);
}

/** The variables that an expression is, is a member of, or is got from. */
function rootsOf(target: SyntaxNode): string[] {
  const own = unwrap(target);
  if (own.type === "MemberExpression") return rootsOf(own.object as SyntaxNode);
  if (own.type === "LogicalExpression") return rootsOf(own.left as SyntaxNode);
  if (own.type !== "CallExpression") return namesIn(own);
  const callee = unwrap(own.callee as SyntaxNode);
  return callee.type === "MemberExpression" && nameOf(callee) === "get" ? rootsOf(callee) : [];
}

/** Whether a method that is called like a change changes a value; an object has only its own methods. */
function isContainer({ type, callee }: SyntaxNode, isOwn: boolean): boolean {
  if (type === "ObjectExpression") return !isOwn;
  // What is kept in a WeakMap goes with its key: nothing passes from one event to the next.
  return (
    type === "ArrayExpression" || (type === "NewExpression" && dottedName(callee as SyntaxNode) !== "WeakMap")
  );
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

/** The functions that a call runs at once: the one that is called, and those that a list's method gets. */
function calledBy(node: SyntaxNode): SyntaxNode[] {
  if (node.type !== "CallExpression") return [];
  const callee = unwrap(node.callee as SyntaxNode);
  const isList = callee.type === "MemberExpression" && AT_ONCE.test(nameOf(callee) ?? "");
  return isList ? listOf(node.arguments).filter(isFunction) : [callee];
}
