import toPath from "lodash/toPath.js";
import { functionOf, namesIn } from "./bindings.ts";
import { UNKNOWN, constantOf } from "./constant-of.ts";
import { elementOf, type EventShape, isList, memberOf } from "./event-shape.ts";
import type { Definition } from "./find-definitions.ts";
import { packageFunctions } from "./package-functions.ts";
import { isNode, type SyntaxNode } from "./syntax-node.ts";
import {
  dottedName,
  isFunction,
  isWrapper,
  listOf,
  nameOf,
  unwrap,
  valuesIn,
  walkValues,
} from "./value-nodes.ts";

/** A place where a function reads a field of its event. */
export interface EventRead {
  /** The name of the field, where it is read. */
  readonly node: SyntaxNode;
  readonly name: string;
  /** What has the field, or should have. */
  readonly of: EventShape;
  /** The field; absent where no log type has it. */
  readonly field?: EventShape;
}

type Names = Map<string, EventShape>;

/** What functions are read in: what the module declares, and what it imports. */
type Around = Pick<Definition, "module" | "top">;

/** Functions of lodash that read a path of what they get first. */
const BY_PATH = /^(get|has|hasIn|result)$/;

/** Methods of lists whose function gets an element first. */
const EACH = /^(every|filter|find|findIndex|findLast|findLastIndex|flatMap|forEach|map|some)$/;
const SAME_LIST = /^(filter|slice|toReversed|toSorted)$/;
const ONE_OF = /^(at|find|findLast)$/;

/**
 * The fields that a function reads of its first parameter: members, also of constants, destructured, of elements of
 * lists, and in functions of the same module that get the event or a part of it.
 */
export function eventReads(callback: SyntaxNode, shape: EventShape, { module, top }: Around): EventRead[] {
  const reads = new Map<SyntaxNode, EventRead>();
  const running = new Set<string>();
  const functionAt = packageFunctions(module);

  const member = (of: EventShape | undefined, name: string | undefined, node: SyntaxNode) => {
    if (of === undefined || name === undefined) return undefined;
    if (isList(of)) return /^\d+$/.test(name) ? elementOf(of) : undefined;
    const found = memberOf(of, name);
    if (found === undefined) return undefined;
    const field = found === "unknown" ? undefined : found;
    reads.set(node, { node, name, of, ...(field !== undefined && { field }) });
    return field;
  };

  /** A path in a text, or in a list of texts, as far as it is told. */
  const memberAt = (of: EventShape | undefined, path: SyntaxNode | undefined) => {
    if (of === undefined || path === undefined) return undefined;
    const told = constantOf(path, top);
    const names = typeof told === "string" ? toPath(told) : Array.isArray(told) ? told : [UNKNOWN];
    return names.reduce<EventShape | undefined>(
      (inner, name: unknown) => member(inner, typeof name === "symbol" ? undefined : String(name), path),
      of,
    );
  };

  const bind = (pattern: SyntaxNode, value: EventShape | undefined, names: Names): void => {
    if (pattern.type === "Identifier") {
      if (value === undefined) names.delete(pattern.name as string);
      else names.set(pattern.name as string, value);
    } else if (pattern.type === "ObjectPattern") {
      for (const property of listOf(pattern.properties)) {
        if (property.type === "RestElement") bind(property.argument as SyntaxNode, value, names);
        else {
          const inner = member(value, nameOf(property), property.key as SyntaxNode);
          bind(property.value as SyntaxNode, inner, names);
        }
      }
    } else if (pattern.type === "ArrayPattern") {
      const element = value !== undefined && isList(value) ? elementOf(value) : undefined;
      for (const one of listOf(pattern.elements)) bind(one, element, names);
    } else if (pattern.type === "AssignmentPattern") {
      visit(pattern.right as SyntaxNode, names);
      bind(pattern.left as SyntaxNode, value, names);
    } else for (const name of namesIn(pattern)) names.delete(name);
  };

  const call = (fn: SyntaxNode, args: readonly (EventShape | undefined)[], around: Names): void => {
    // A function that calls itself with the same part of the event tells nothing new.
    const key = `${fn.start} ${args.map((arg) => arg?.nodes.map(({ path }) => path).join()).join(" ")}`;
    if (running.has(key)) return;
    running.add(key);
    const names = new Map(around);
    for (const [at, parameter] of listOf(fn.params).entries()) bind(parameter, args[at], names);
    for (const name of assignedIn(fn)) names.delete(name);
    if (isNode(fn.body)) visit(fn.body, names);
    running.delete(key);
  };

  const visitCall = (node: SyntaxNode, names: Names): EventShape | undefined => {
    const callee = unwrap(node.callee as SyntaxNode);
    const args = listOf(node.arguments);
    const isMethod = callee.type === "MemberExpression";
    const object = isMethod ? visit(callee.object as SyntaxNode, names) : undefined;
    const method = isMethod ? (nameOf(callee) ?? "") : "";
    if (isMethod && object !== undefined && isList(object)) {
      const [first, ...others] = args;
      const each = first === undefined || !EACH.test(method) ? undefined : functionOf(first, top);
      if (each !== undefined) call(each, [elementOf(object)], each === first ? names : new Map());
      else if (first !== undefined) visit(first, names);
      for (const other of others) visit(other, names);
      if (SAME_LIST.test(method)) return object;
      return ONE_OF.test(method) ? elementOf(object) : undefined;
    }
    if (isMethod && object !== undefined) member(object, method, callee.property as SyntaxNode);
    else if (!isMethod) visit(callee, names);
    const shapes = args.map((arg) => visit(arg, names));
    const { from, name = "", isFp } = functionAt(callee) ?? {};
    if (from === "lodash" && isFp === false && BY_PATH.test(name)) {
      const found = memberAt(shapes[0], args[1]);
      return name === "get" ? found : undefined;
    }
    if (dottedName(callee) === "Object.hasOwn") memberAt(shapes[0], args[1]);
    if (method === "hasOwnProperty") memberAt(object, args[0]);
    const known =
      callee.type === "Identifier" && !names.has(callee.name as string) ? functionOf(callee, top) : undefined;
    if (known !== undefined && shapes.some((one) => one !== undefined)) call(known, shapes, new Map());
    return undefined;
  };

  const visit = (node: SyntaxNode, names: Names): EventShape | undefined => {
    if (isWrapper(node)) return visit(node.expression as SyntaxNode, names);
    if (isFunction(node)) {
      call(node, [], names);
      return undefined;
    }
    switch (node.type) {
      case "Identifier":
        return names.get(node.name as string);
      case "MemberExpression": {
        const object = visit(node.object as SyntaxNode, names);
        if (node.computed === true) visit(node.property as SyntaxNode, names);
        const isAnyElement = node.computed === true && nameOf(node) === undefined;
        if (isAnyElement && object !== undefined && isList(object)) return elementOf(object);
        return member(object, nameOf(node), node.property as SyntaxNode);
      }
      case "CallExpression":
        return visitCall(node, names);
      case "LogicalExpression": {
        const [left, right] = [visit(node.left as SyntaxNode, names), visit(node.right as SyntaxNode, names)];
        return node.operator === "&&" ? right : (left ?? right);
      }
      case "BinaryExpression": {
        const [left, right] = [node.left as SyntaxNode, node.right as SyntaxNode];
        const [, of] = [visit(left, names), visit(right, names)];
        if (node.operator === "in") memberAt(of, left);
        return undefined;
      }
      case "VariableDeclaration":
        for (const { id, init } of listOf(node.declarations)) {
          const value = isNode(init) ? visit(init, names) : undefined;
          bind(id as SyntaxNode, node.kind === "const" ? value : undefined, names);
        }
        return undefined;
      case "CatchClause": {
        const inner = new Map(names);
        if (isNode(node.param)) bind(node.param, undefined, inner);
        visit(node.body as SyntaxNode, inner);
        return undefined;
      }
      case "ForOfStatement": {
        const inner = new Map(names);
        const list = visit(node.right as SyntaxNode, names);
        const [declared] = listOf((node.left as SyntaxNode).declarations);
        if (declared !== undefined)
          bind(
            declared.id as SyntaxNode,
            list !== undefined && isList(list) ? elementOf(list) : undefined,
            inner,
          );
        visit(node.body as SyntaxNode, inner);
        return undefined;
      }
      default: {
        const inner = node.type.endsWith("Statement") ? new Map(names) : names;
        for (const child of valuesIn(node)) visit(child, inner);
        return undefined;
      }
    }
  };

  call(callback, [shape], new Map());
  return [...reads.values()];
}

/** The names that a function gives other values: what they hold is not told by how they began. */
function assignedIn(fn: SyntaxNode): string[] {
  const names: string[] = [];
  walkValues(fn, ({ type, left }) => {
    if (type === "AssignmentExpression") names.push(...namesIn(left));
  });
  return names;
}
