import { isNode, type SyntaxNode, walk } from "./syntax-node.ts";
import { isFunction, listOf } from "./value-nodes.ts";

/** The names that a pattern binds: a name alone, or those in braces or brackets. */
export function namesIn(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === "Identifier") return [pattern.name as string];
  if (pattern.type === "ObjectPattern") return listOf(pattern.properties).flatMap(namesIn);
  if (pattern.type === "ArrayPattern") return listOf(pattern.elements).flatMap(namesIn);
  return [pattern.value, pattern.left, pattern.argument].flatMap(namesIn);
}

/** The names that a node itself declares, for what is around it or in it. */
function declaredBy(node: SyntaxNode): string[] {
  if (isFunction(node)) return [...namesIn(node.id), ...listOf(node.params).flatMap(namesIn)];
  if (node.type === "VariableDeclarator" || node.type === "ClassDeclaration") return namesIn(node.id);
  if (node.type === "CatchClause") return namesIn(node.param);
  if (/^Import(Default|Namespace)?Specifier$/.test(node.type)) return namesIn(node.local);
  return [];
}

/** All names that are declared in a tree, wherever. One that is not, and is used, comes from outside. */
export function declaredIn(tree: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  walk(tree, (node) => declaredBy(node).forEach((name) => names.add(name)));
  return names;
}

/** What a module declares at its top. */
export interface TopBinding {
  readonly kind: "const" | "let" | "var" | "function" | "class";
  /** The function, or what a variable begins with. */
  readonly value?: SyntaxNode;
}

/** The variables, functions and classes at the top of a module, by name. */
export function topBindings({ body }: SyntaxNode): ReadonlyMap<string, TopBinding> {
  const found = new Map<string, TopBinding>();
  for (const statement of listOf(body)) {
    const own = isNode(statement.declaration) ? statement.declaration : statement;
    if (own.type === "VariableDeclaration")
      for (const { id, init } of listOf(own.declarations))
        for (const name of namesIn(id)) {
          const isPlain = isNode(id) && id.type === "Identifier" && isNode(init);
          found.set(name, { kind: own.kind as "const", ...(isPlain && { value: init }) });
        }
    else if (own.type === "FunctionDeclaration" || own.type === "ClassDeclaration")
      for (const name of namesIn(own.id))
        found.set(name, { kind: isFunction(own) ? "function" : "class", value: own });
  }
  return found;
}

/** The function that an expression is, or names at the top of its module. */
export function functionOf(node: SyntaxNode, top: ReadonlyMap<string, TopBinding>): SyntaxNode | undefined {
  if (isFunction(node)) return node;
  if (node.type !== "Identifier") return undefined;
  const { kind, value } = top.get(node.name as string) ?? {};
  return (kind === "const" || kind === "function") && isFunction(value) ? value : undefined;
}
