import { namesIn } from "./bindings.ts";
import type { SyntaxNode } from "./syntax-node.ts";
import { isFunction, isWrapper, listOf, nameOf, unwrap, valuesIn, walkValues } from "./value-nodes.ts";

/** Nodes whose value holds that of what is below them as it is. */
const KEEPING = /^(TemplateLiteral|ArrayExpression|ObjectExpression|SpreadElement)$/;

/** Methods whose result tells as much as what they are called on. */
const SAME = /^(at|concat|getTime|join|toISOString|toJSON|toLowerCase|toString|toUpperCase|trim|valueOf)$/;

/** The node above each. */
type Parents = ReadonlyMap<SyntaxNode, SyntaxNode>;

/** Whether what a function returns holds the whole value of a read: not a part of it, and not whether it is something. */
export function isReturnedWhole(
  read: SyntaxNode,
  parents: Parents,
  seen: readonly SyntaxNode[] = [],
): boolean {
  let node = read;
  for (let parent = parents.get(node); parent !== undefined; parent = parents.get(node)) {
    if (isFunction(parent) || parent.type === "ReturnStatement") return true;
    if (parent.type === "VariableDeclarator") return isUsed(parent, parent.id, parents, [...seen, read]);
    if (parent.type === "Property" && parents.get(parent)?.type === "ObjectPattern")
      return isUsed(parent, parent.value, parents, [...seen, read]);
    if (!isKept(node, parent, parents)) return false;
    node =
      parent.type === "MemberExpression" && node !== parent.property
        ? (parents.get(parent) ?? parent)
        : parent;
  }
  return false;
}

/** Whether one of the variables that a read is put into is used as a whole. */
function isUsed(from: SyntaxNode, pattern: unknown, parents: Parents, seen: readonly SyntaxNode[]): boolean {
  const names = namesIn(pattern);
  let scope = from;
  for (let above = parents.get(scope); above !== undefined && !isFunction(scope); above = parents.get(scope))
    scope = above;
  const uses: SyntaxNode[] = [];
  walkValues(scope, (node) => {
    const isUse = node.type === "Identifier" && names.includes(node.name as string);
    if (isUse && (node.start < from.start || node.start >= from.end)) uses.push(node);
  });
  return uses.some((use) => !seen.includes(use) && isReturnedWhole(use, parents, seen));
}

function isKept(node: SyntaxNode, parent: SyntaxNode, parents: Parents): boolean {
  if (KEEPING.test(parent.type) || isWrapper(parent)) return true;
  if (parent.type === "Property") return parent.value === node;
  if (parent.type === "BinaryExpression") return parent.operator === "+";
  if (parent.type === "LogicalExpression") return parent.operator !== "&&" || parent.right === node;
  if (parent.type === "ConditionalExpression") return parent.test !== node;
  if (parent.type === "CallExpression") {
    const callee = unwrap(parent.callee as SyntaxNode);
    const called = callee.type === "MemberExpression" ? nameOf(callee) : callee.name;
    return /^(String|concat|stringify)$/.test(String(called)) && listOf(parent.arguments).includes(node);
  }
  if (parent.type !== "MemberExpression") return false;
  if (parent.property === node) return true;
  const call = parents.get(parent);
  return call?.type === "CallExpression" && (SAME.test(nameOf(parent) ?? "") || isSmallChange(parent, call));
}

/** Whether a call replaces one text, such as a hyphen, by another. */
function isSmallChange(callee: SyntaxNode, call: SyntaxNode): boolean {
  const replaced = listOf(call.arguments)[0];
  return /^replace(All)?$/.test(nameOf(callee) ?? "") && typeof replaced?.value === "string";
}

/** The node above each of a tree. */
export function parentsIn(tree: SyntaxNode): Parents {
  const parents = new Map<SyntaxNode, SyntaxNode>();
  const look = (node: SyntaxNode): void => {
    const named = node.type === "MemberExpression" ? [node.property as SyntaxNode] : [];
    const keys = node.type === "Property" ? [node.key as SyntaxNode] : [];
    for (const child of [...named, ...keys, ...valuesIn(node)]) {
      parents.set(child, node);
      if (!named.includes(child) || node.computed === true) look(child);
    }
  };
  look(tree);
  return parents;
}
