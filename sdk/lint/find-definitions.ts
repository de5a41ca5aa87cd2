import { isJsonObject } from "../base/json.ts";
import { type TopBinding, topBindings } from "./bindings.ts";
import { constantOf } from "./constant-of.ts";
import type { SourceModule } from "./source-module.ts";
import { isNode, type SyntaxNode } from "./syntax-node.ts";
import { listOf, nameOf, unwrap, walkValues } from "./value-nodes.ts";

/** Where a rule or a correlation is written. */
export interface Definition {
  readonly module: SourceModule;
  /** What the module declares at its top. */
  readonly top: ReadonlyMap<string, TopBinding>;
  /** The object that says what the rule is, or how it differs from its base. */
  readonly object: SyntaxNode;
  /** Its id, where the text tells it. */
  readonly id?: string;
  /** The name of the variable that it is given to. */
  readonly name?: string;
  readonly by: "defineRule" | "defineCorrelation" | "extendRule";
}

/** The rules and correlations that a module writes, in the order of its text. */
export function findDefinitions(module: SourceModule): Definition[] {
  const top = topBindings(module.tree);
  const found: Definition[] = [];
  const add = (object: SyntaxNode, by: Definition["by"], name?: string): void => {
    if (found.some((one) => one.object === object)) return;
    const id = idOf(object, top);
    found.push({
      module,
      top,
      object,
      by,
      ...(id !== undefined && { id }),
      ...(name !== undefined && { name }),
    });
  };
  const look = (node: SyntaxNode, name?: string): void => {
    const own = unwrap(node);
    if (own.type === "CallExpression") {
      const by = isNode(own.callee) ? (own.callee.name as Definition["by"]) : undefined;
      const args = listOf(own.arguments);
      const said = by === "extendRule" ? args[1] : args[0];
      if (said === undefined || !/^(defineRule|defineCorrelation|extendRule)$/.test(by ?? "")) return;
      const object = objectIn(said, top);
      if (object !== undefined) add(object, by as Definition["by"], name);
    } else if (own.type === "ObjectExpression") {
      const keys = listOf(own.properties).map(nameOf);
      if (!keys.includes("id")) return;
      if (keys.includes("detect")) add(own, "defineRule", name);
      else if (keys.includes("steps") && keys.includes("order")) add(own, "defineCorrelation", name);
    }
  };
  walkValues(module.tree, (node) => {
    const { id, init } = node;
    if (node.type === "VariableDeclarator" && isNode(init))
      look(init, isNode(id) ? (id.name as string) : undefined);
    else look(node);
  });
  return found;
}

function objectIn(node: SyntaxNode, top: Definition["top"]): SyntaxNode | undefined {
  const own = unwrap(node);
  if (own.type === "ObjectExpression") return own;
  const value = own.type === "Identifier" ? top.get(own.name as string)?.value : undefined;
  return value === undefined || unwrap(value).type !== "ObjectExpression" ? undefined : unwrap(value);
}

/** The value of an object's property, where the text tells it. */
export function propertyOf(object: SyntaxNode, name: string): SyntaxNode | undefined {
  return listOf(object.properties).findLast((one) => one.type === "Property" && nameOf(one) === name);
}

function idOf(object: SyntaxNode, top: Definition["top"]): string | undefined {
  const property = propertyOf(object, "id");
  const id = property === undefined ? undefined : constantOf(property.value as SyntaxNode, top);
  return typeof id === "string" ? id : undefined;
}

/**
 * The text that says something of a rule: the value of a path, or as near to it as the text goes; of what is not said,
 * the id.
 */
export function placeOf(
  { object, top }: Pick<Definition, "object" | "top">,
  path: readonly PropertyKey[],
): SyntaxNode {
  let found: SyntaxNode | undefined;
  let value: SyntaxNode = object;
  for (const step of path) {
    const inner = innerOf(value, top);
    const next =
      inner.type === "ArrayExpression"
        ? listOf(inner.elements)[Number(step)]
        : (propertyOf(inner, String(step))?.value as SyntaxNode | undefined);
    if (next === undefined) break;
    found = value = next;
  }
  return found ?? (propertyOf(object, "id")?.value as SyntaxNode | undefined) ?? object;
}

/** What an expression stands for: the value of the variable at the top of the module that it names. */
function innerOf(node: SyntaxNode, top: Definition["top"]): SyntaxNode {
  const own = unwrap(node);
  const value = own.type === "Identifier" ? top.get(own.name as string)?.value : undefined;
  return value === undefined ? own : unwrap(value);
}

/** Where an exception of a rule is written: a derived rule has also those of its base, which stand elsewhere. */
export function pathOfException({ object, top }: Definition, id: string): readonly PropertyKey[] {
  const property = propertyOf(object, "exceptions");
  const said = property === undefined ? [] : constantOf(property.value as SyntaxNode, top);
  const at = Array.isArray(said) ? said.findIndex((one) => isJsonObject(one) && one.id === id) : -1;
  return at === -1 ? [] : ["exceptions", at];
}
