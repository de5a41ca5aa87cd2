import { childrenOf, isNode, type SyntaxNode, walk } from "../../lint/syntax-node.ts";

/** A piece of a rule's source whose value is told. */
export interface Piece {
  /**
   * - `part`: what a test or a result consists of, `event.errorCode === undefined`; or such a result itself.
   * - `operand`: what a part looks at, `event.errorCode`.
   * - `function`: a `detect` that is written elsewhere, `isClientError`.
   */
  readonly kind: "part" | "operand" | "function";
  readonly start: number;
  readonly end: number;
  /** Where the whole begins that a part belongs to; parts of one whole share it. */
  readonly whole: number;
}

/** What defines a rule. */
const DEFINERS = new Set(["defineRule", "extendRule"]);

/**
 * The pieces of a module's functions: of arrow functions' bodies, of what is returned, of what `if` asks, and of
 * conditions that have a name. Outer ones come before those within them.
 *
 * @param within `"rules"` looks only into calls of `defineRule` and `extendRule`
 */
export function findPieces(tree: SyntaxNode, within: "module" | "rules" = "module"): Piece[] {
  if (within === "module") return piecesBelow(tree);
  const calls: SyntaxNode[] = [];
  walk(tree, (node) => {
    const isRule = node.type === "CallExpression" && DEFINERS.has(nameOf(node.callee));
    if (isRule) calls.push(node);
    return !isRule;
  });
  return calls.flatMap(piecesBelow);
}

function piecesBelow(tree: SyntaxNode): Piece[] {
  const pieces: Piece[] = [];
  walk(tree, (node) => {
    const whole = wholeIn(node);
    if (whole !== undefined) pieces.push(...piecesOf(whole, whole.start));
    if (node.type === "ObjectExpression") pieces.push(...detectsIn(node));
  });
  return pieces;
}

/** What a node asks or results in. */
function wholeIn(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === "ArrowFunctionExpression" && node.expression === true) return child(node, "body");
  if (node.type === "ReturnStatement") return child(node, "argument");
  if (node.type === "IfStatement") return child(node, "test");
  const init = node.type === "VariableDeclarator" ? child(node, "init") : undefined;
  return init !== undefined && isCondition(init) ? init : undefined;
}

function isCondition({ type, operator }: SyntaxNode): boolean {
  if (type === "LogicalExpression") return operator !== "??";
  return (type === "UnaryExpression" && operator === "!") || isComparison({ type, operator });
}

/** The leaves of `&&`, `||` and `?:`; and what `!` turns around, before the leaves of that, which are a whole of their own. */
function piecesOf(node: SyntaxNode, whole: number): Piece[] {
  const below = (...names: string[]): Piece[] =>
    names.flatMap((name) => {
      const part = child(node, name);
      return part === undefined ? [] : piecesOf(part, whole);
    });
  if (node.type === "LogicalExpression" && node.operator !== "??") return below("left", "right");
  if (node.type === "ConditionalExpression") return below("test", "consequent", "alternate");
  if (CASTS.has(node.type)) return below("expression");
  const negated =
    node.type === "UnaryExpression" && node.operator === "!" ? child(node, "argument") : undefined;
  const inner = negated?.type === "LogicalExpression" ? piecesOf(negated, negated.start) : [];
  return isTold(node) ? [...leafOf(node, whole), ...inner] : [];
}

/** What TypeScript erases. */
const CASTS = new Set(["TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression"]);

/** What says nothing by its value, and a list of expressions, which cannot be an argument. */
const UNTOLD =
  /^(Template|Object|Array|Class|Sequence|New|JSX)|^(Arrow)?Function|^(Literal|TaggedTemplateExpression)$/;

function isTold({ type, value }: SyntaxNode): boolean {
  return typeof value === "boolean" || !UNTOLD.test(type);
}

function leafOf(part: SyntaxNode, whole: number): Piece[] {
  const piece = ({ start, end }: SyntaxNode, kind: Piece["kind"]): Piece => ({ kind, start, end, whole });
  return [piece(part, "part"), ...operandsOf(part).map((operand) => piece(operand, "operand"))];
}

/** What a comparison or a call looks at. */
function operandsOf(part: SyntaxNode): SyntaxNode[] {
  if (part.type === "UnaryExpression" && part.operator === "!") return operandsIn(child(part, "argument"));
  return operandsIn(part);
}

function operandsIn(node: SyntaxNode | undefined): SyntaxNode[] {
  if (node === undefined) return [];
  if (isComparison(node)) return childrenOf(node).filter(isOperand);
  if (node.type !== "CallExpression") return [];
  const callee = child(node, "callee");
  const object = callee?.type === "MemberExpression" ? child(callee, "object") : undefined;
  const given = Array.isArray(node.arguments) ? node.arguments.filter(isNode) : [];
  return [...(object === undefined ? [] : [object]), ...given].filter(isOperand);
}

function isComparison({
  type,
  operator,
}: Pick<SyntaxNode, "type"> & { readonly operator?: unknown }): boolean {
  return type === "BinaryExpression" && /^([!=]==?|[<>]=?|in|instanceof)$/.test(String(operator));
}

const OPERANDS = new Set(["Identifier", "MemberExpression", "CallExpression", "ChainExpression"]);

function isOperand(node: SyntaxNode): boolean {
  return OPERANDS.has(node.type) && !["undefined", "NaN", "Infinity"].includes(nameOf(node));
}

/** The `detect` of a rule where it is the name of a function. */
function detectsIn({ properties }: SyntaxNode): Piece[] {
  const all = Array.isArray(properties) ? properties.filter(isNode) : [];
  return all.flatMap((property) => {
    const value = child(property, "value");
    const isNamed =
      nameOf(property.key) === "detect" && property.shorthand === false && property.computed === false;
    if (!isNamed || value === undefined || !OPERANDS.has(value.type)) return [];
    return [{ kind: "function" as const, start: value.start, end: value.end, whole: value.start }];
  });
}

function child(node: SyntaxNode, name: string): SyntaxNode | undefined {
  const value = node[name];
  return isNode(value) ? value : undefined;
}

function nameOf(node: unknown): string {
  return isNode(node) && typeof node.name === "string" ? node.name : "";
}
