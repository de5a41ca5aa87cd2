import { childrenOf, isNode, type SyntaxNode } from "./syntax-node.ts";

/** What stands around an expression and does not change its value. */
const WRAPPERS = new Set([
  "ChainExpression",
  "ParenthesizedExpression",
  "TSAsExpression",
  "TSInstantiationExpression",
  "TSNonNullExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
]);

/** Whether a node is a wrapper: parentheses, a cast, a `!`, an optional chain. */
export function isWrapper({ type }: SyntaxNode): boolean {
  return WRAPPERS.has(type);
}

/** An expression without parentheses and casts around it. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  return isWrapper(node) && isNode(node.expression) ? unwrap(node.expression) : node;
}

/** A function with a body. */
export interface FunctionNode extends SyntaxNode {
  readonly type: "ArrowFunctionExpression" | "FunctionExpression" | "FunctionDeclaration";
}

/** Whether a node is a function with a body. */
export function isFunction(node: unknown): node is FunctionNode {
  return isNode(node) && /^(ArrowFunctionExpression|Function(Expression|Declaration))$/.test(node.type);
}

/** The nodes of a member that holds a list. */
export function listOf(value: unknown): readonly SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The nodes below one that have a value when the module runs: no types, and no names of members. */
export function valuesIn(node: SyntaxNode): SyntaxNode[] {
  if (/^(Import|Export(All|Specifier))/.test(node.type) && node.type !== "ImportExpression") return [];
  const isNamed = "computed" in node && node.computed === false;
  const name = isNamed ? (node.type === "MemberExpression" ? node.property : node.key) : undefined;
  return childrenOf(node).filter(
    (child) => child !== name && (!child.type.startsWith("TS") || isWrapper(child)),
  );
}

/**
 * Visits a node and all values below it, a parent before its children.
 *
 * @param visit returns false to leave out what is below a node
 */
export function walkValues(node: SyntaxNode, visit: (node: SyntaxNode) => boolean | void): void {
  if (visit(node) === false) return;
  for (const child of valuesIn(node)) walkValues(child, visit);
}

/** The name of a property, or of the member that an expression reads, when it stands in the text. */
export function nameOf(node: SyntaxNode): string | undefined {
  const key = node.type === "MemberExpression" ? node.property : node.key;
  if (!isNode(key)) return undefined;
  if (node.computed !== true && typeof key.name === "string") return key.name;
  return key.type === "Literal" && (typeof key.value === "string" || typeof key.value === "number")
    ? String(key.value)
    : undefined;
}

/** A name with its members, `Date.now`, as far as an expression is one; without `globalThis` before it. */
export function dottedName(node: SyntaxNode): string | undefined {
  const own = unwrap(node);
  if (own.type === "Identifier") return own.name as string;
  if (own.type !== "MemberExpression") return undefined;
  const [object, name] = [dottedName(own.object as SyntaxNode), nameOf(own)];
  if (object === undefined || name === undefined) return undefined;
  return /^(globalThis|global|window|self)$/.test(object) ? name : `${object}.${name}`;
}
