import type { TopBinding } from "./bindings.ts";
import type { SyntaxNode } from "./syntax-node.ts";
import { isFunction, listOf, nameOf, unwrap } from "./value-nodes.ts";

/** Stands for a value, or a part of one, that only running the module would tell. */
export const UNKNOWN = Symbol("unknown");

/** Stands for members of an object that only running the module would tell. */
export const MORE = Symbol("more");

type Top = ReadonlyMap<string, TopBinding>;

/**
 * The value of an expression, as far as the text tells it: a function is one with as many parameters that does nothing.
 *
 * @example
 * constantOf(node, top); // of `{ count: 2 + size }`: { count: UNKNOWN }
 */
export function constantOf(expression: SyntaxNode, top: Top, seen: readonly string[] = []): unknown {
  const node = unwrap(expression);
  const valueOf = (part: unknown): unknown => constantOf(part as SyntaxNode, top, seen);
  if (isFunction(node)) return withParameters(listOf(node.params).length);
  switch (node.type) {
    case "Literal":
      return "regex" in node ? UNKNOWN : node.value;
    case "TemplateLiteral":
      return joined(node, valueOf);
    case "ArrayExpression":
      return listOf(node.elements).map(valueOf);
    case "ObjectExpression":
      return objectOf(node, valueOf);
    case "UnaryExpression":
      return node.operator === "-" ? negative(valueOf(node.argument)) : UNKNOWN;
    case "BinaryExpression":
      return node.operator === "+" ? sum(valueOf(node.left), valueOf(node.right)) : UNKNOWN;
    case "CallExpression": {
      const callee = unwrap(node.callee as SyntaxNode);
      if (callee.type !== "MemberExpression" || nameOf(callee) !== "join") return UNKNOWN;
      return textOfList(valueOf(callee.object), listOf(node.arguments).map(valueOf));
    }
    case "MemberExpression":
      return nameOf(node) === "source" ? sourceOf(unwrap(node.object as SyntaxNode), top) : UNKNOWN;
    case "Identifier": {
      const name = node.name as string;
      if (name === "undefined") return undefined;
      const { kind, value } = top.get(name) ?? {};
      const isFixed = (kind === "const" || kind === "function") && value !== undefined;
      return isFixed && !seen.includes(name) ? constantOf(value, top, [...seen, name]) : UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}

/** Whether a value, or something in it, is not known. */
export function hasUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (typeof value !== "object" || value === null) return false;
  return MORE in value || Object.values(value).some(hasUnknown);
}

function objectOf(node: SyntaxNode, valueOf: (part: unknown) => unknown): object {
  const entries = listOf(node.properties).map((property): [PropertyKey, unknown] => {
    const name = property.type === "Property" ? nameOf(property) : undefined;
    return name === undefined ? [MORE, true] : [name, valueOf(property.value)];
  });
  return Object.fromEntries(entries);
}

function joined(node: SyntaxNode, valueOf: (part: unknown) => unknown): unknown {
  const parts = listOf(node.expressions).map(valueOf);
  if (!parts.every((part) => typeof part === "string" || typeof part === "number")) return UNKNOWN;
  const texts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  return texts.map((text, at) => `${text}${parts[at] ?? ""}`).join("");
}

function textOfList(list: unknown, [separator = ","]: unknown[]): unknown {
  const isKnown = Array.isArray(list) && [...list, separator].every((one) => typeof one === "string");
  return isKnown ? list.join(separator as string) : UNKNOWN;
}

/** The pattern of a regular expression that is written, here or in a constant. */
function sourceOf(object: SyntaxNode, top: Top): unknown {
  const { kind, value } = top.get(String(object.name)) ?? {};
  const made = kind === "const" && value !== undefined ? unwrap(value) : object;
  return (made.regex as { pattern: string } | undefined)?.pattern ?? UNKNOWN;
}

function sum(left: unknown, right: unknown): unknown {
  if (typeof left === "number" && typeof right === "number") return left + right;
  return typeof left === "string" && typeof right === "string" ? left + right : UNKNOWN;
}

function negative(value: unknown): unknown {
  return typeof value === "number" ? -value : UNKNOWN;
}

function withParameters(length: number): () => void {
  return Object.defineProperty(() => {}, "length", { value: length });
}
