import type { Issue } from "../base/issue.ts";
import { declaredIn, type TopBinding, topBindings } from "./bindings.ts";
import { constantOf } from "./constant-of.ts";
import {
  ALIAS,
  ANY_ZONE,
  IMPURE_GLOBALS,
  type Impurity,
  LOADING,
  LOCAL_METHODS,
  NOW,
  TIME_TEXT,
  ZONELESS_TEXT,
} from "./impure-names.ts";
import { issueAt, type SourceModule, textOf } from "./source-module.ts";
import { isNode, type SyntaxNode } from "./syntax-node.ts";
import { dottedName, listOf, nameOf, unwrap, walkValues } from "./value-nodes.ts";
import { isZoneless } from "./zoneless.ts";

type Top = ReadonlyMap<string, TopBinding>;

/** What a module does that no rule should: read the clock, roll dice, reach outside, change globals. */
export function impurity(module: SourceModule): Issue[] {
  const declared = declaredIn(module.tree);
  const top = topBindings(module.tree);
  const issues: Issue[] = [];
  walkValues(module.tree, (node) => {
    const found = impurityOf(node, declared, top);
    if (found === undefined) return undefined;
    const message = `${textOf(module, node)} ${found.why}`;
    issues.push(issueAt(module, node, { code: "RULE_IMPURE", message, fix: found.fix }));
    // The parts of what is told need not be told again.
    return false;
  });
  return issues;
}

function impurityOf(node: SyntaxNode, declared: ReadonlySet<string>, top: Top): Impurity | undefined {
  if (node.type === "ImportExpression") return LOADING;
  if (node.type === "VariableDeclarator") return ofAlias(node, declared);
  if (isWrite(node)) {
    const target = node.left ?? node.argument;
    return isGlobal(target as SyntaxNode, declared) ? GLOBAL_WRITE : undefined;
  }
  if (node.type === "NewExpression" || node.type === "CallExpression") return ofCall(node, declared, top);
  if (node.type === "TemplateLiteral")
    return listOf(node.expressions).some((one) => isNewDate(one, declared)) ? TIME_TEXT : undefined;
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return undefined;
  return ofName(dottedName(node), declared);
}

function ofName(name: string | undefined, declared: ReadonlySet<string>): Impurity | undefined {
  if (name === undefined || declared.has(rootOf(name))) return undefined;
  return (
    IMPURE_GLOBALS.get(name) ??
    IMPURE_GLOBALS.get(name.split(".").slice(0, 2).join(".")) ??
    IMPURE_GLOBALS.get(rootOf(name))
  );
}

/** `D = Date`, `{ now } = Date`, `{ fetch } = globalThis`. */
function ofAlias({ id, init }: SyntaxNode, declared: ReadonlySet<string>): Impurity | undefined {
  const name = isNode(init) ? dottedName(init) : undefined;
  if (name === undefined || declared.has(rootOf(name)) || !isNode(id)) return undefined;
  if (id.type === "Identifier") return /^(Date|Temporal|crypto|globalThis)$/.test(name) ? ALIAS : undefined;
  const members = listOf(id.properties).map((property) => nameOf(property) ?? "");
  // The braces declare names that what they are taken from has anyway.
  const found = members.map((member) =>
    ofName(name === "globalThis" ? member : `${name}.${member}`, new Set()),
  );
  return found.find((one) => one !== undefined);
}

function ofCall(node: SyntaxNode, declared: ReadonlySet<string>, top: Top): Impurity | undefined {
  const callee = unwrap(node.callee as SyntaxNode);
  const name = dottedName(callee) ?? "";
  const [first, second] = listOf(node.arguments);
  const count = listOf(node.arguments).length;
  if (/^Date(\.parse)?$/.test(name) && !declared.has("Date") && first !== undefined && count === 1) {
    const text = constantOf(first, top);
    if (typeof text === "string" && isZoneless(text)) return ZONELESS_TEXT;
  }
  if (name === "Date" && !declared.has("Date")) {
    if (node.type === "CallExpression" || count === 0) return NOW;
    return count > 1 ? LOCAL_DATE : undefined;
  }
  if (isTimeFormat(callee)) return lacksZone(second) ? ANY_ZONE : undefined;
  if (LANGUAGE.test(name)) return count === 0 ? LANGUAGE_OF_MACHINE : undefined;
  if (name === "String") return isNewDate(first, declared) ? TIME_TEXT : undefined;
  if (callee.type !== "MemberExpression" || node.type === "NewExpression") return undefined;
  const method = nameOf(callee) ?? "";
  const object = unwrap(callee.object as SyntaxNode);
  const isFormat = isNode(object.callee) && isTimeFormat(object.callee);
  if (isFormat && count === 0 && /^format(ToParts)?$/.test(method)) return NOW;
  if (count === 0 && /^toLocale(Date|Time)?String$/.test(method)) return LOCALE;
  if (/^toLocale(Date|Time)String$/.test(method) && lacksZone(second)) return LOCALE;
  if (method === "localeCompare" && count === 1) return LANGUAGE_OF_MACHINE;
  if (/^toLocale(Low|Upp)erCase$/.test(method) && count === 0) return LANGUAGE_OF_MACHINE;
  if (method === "toString" && isNewDate(object, declared)) return TIME_TEXT;
  return LOCAL_METHODS.get(method);
}

function isTimeFormat(callee: SyntaxNode): boolean {
  return dottedName(callee) === "Intl.DateTimeFormat";
}

/** Whether options of a format of times are not there, or name no zone. */
function lacksZone(options: SyntaxNode | undefined): boolean {
  if (options === undefined) return true;
  const { type, properties } = unwrap(options);
  const names = listOf(properties).map((one) => (one.type === "Property" ? nameOf(one) : "timeZone"));
  return type === "ObjectExpression" && !names.includes("timeZone");
}

function isNewDate(node: SyntaxNode | undefined, declared: ReadonlySet<string>): boolean {
  if (node === undefined) return false;
  const { type, callee } = unwrap(node);
  return type === "NewExpression" && dottedName(callee as SyntaxNode) === "Date" && !declared.has("Date");
}

/** Formats and comparisons that are told a language. */
const LANGUAGE =
  /^Intl\.(Collator|DisplayNames|ListFormat|NumberFormat|PluralRules|RelativeTimeFormat|Segmenter)$/;

const LANGUAGE_OF_MACHINE: Impurity = {
  why: "depends on the language of the machine",
  fix: 'name one, as in localeCompare(other, "en"), or do without: toLowerCase, < and >',
};

const LOCAL_DATE: Impurity = {
  why: "makes a time in the time zone of the machine",
  fix: "use new Date(Date.UTC(…))",
};

const LOCALE: Impurity = {
  why: "depends on the language and time zone of the machine",
  fix: 'name them, as in toLocaleString("en-US", { timeZone: "UTC" })',
};

const GLOBAL_WRITE: Impurity = {
  why: "changes what all rules share, so one rule changes another",
  fix: "keep it in a constant of the module",
};

function isWrite(node: SyntaxNode): boolean {
  return (
    node.type === "AssignmentExpression" ||
    node.type === "UpdateExpression" ||
    (node.type === "UnaryExpression" && node.operator === "delete")
  );
}

/** Whether what is written to is a global, or a member of one. */
function isGlobal(target: SyntaxNode, declared: ReadonlySet<string>): boolean {
  let root = unwrap(target);
  while (root.type === "MemberExpression") root = unwrap(root.object as SyntaxNode);
  return root.type === "Identifier" && !declared.has(root.name as string);
}

function rootOf(name: string): string {
  return name.split(".")[0] ?? name;
}
