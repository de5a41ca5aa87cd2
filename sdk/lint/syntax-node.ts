/** A node of a module's syntax tree, in the shape of ESTree with TypeScript's nodes. */
export interface SyntaxNode {
  readonly type: string;
  /** Where its text begins in the module, in UTF-16 units from 0. */
  readonly start: number;
  /** Where its text ends, exclusive. */
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Whether a value of a node's member is a node. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The nodes right below a node, in the order of the text. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const found = Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]));
  return found.filter(isNode).toSorted((one, other) => one.start - other.start);
}

/**
 * Visits a node and all below it, a parent before its children.
 *
 * @param visit returns false to leave out what is below a node
 */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => boolean | void): void {
  if (visit(node) === false) return;
  for (const child of childrenOf(node)) walk(child, visit);
}
