import { isBuiltin } from "node:module";
import type { Issue } from "../base/issue.ts";
import { BUILT_IN, IMPURE_FUNCTIONS, type Impurity } from "./impure-names.ts";
import { issueAt, type SourceModule } from "./source-module.ts";
import { isNode, type SyntaxNode } from "./syntax-node.ts";
import { dottedName, listOf, nameOf, walkValues } from "./value-nodes.ts";

/** An import, or an export from another module, that is there when the module runs. */
export interface ImportFrom {
  /** What it names: `./models.ts`, `lodash/countBy.js`. */
  readonly from: string;
  readonly node: SyntaxNode;
}

/** Packages whose functions are pure, but for those that the linter names. */
const PURE = /^(caracal|zod|lodash|lodash-es|date-fns|@date-fns\/(tz|utc))(\/|$)/;

/** What a module imports when it runs, in the order of its text. */
export function importsOf({ tree }: SourceModule): ImportFrom[] {
  return listOf(tree.body).flatMap((node) => {
    const { source, importKind, exportKind } = node;
    if (!isNode(source) || importKind === "type" || exportKind === "type") return [];
    return [{ from: String(source.value), node }];
  });
}

/** What a module imports that no rule should, or that may not be pure. */
export function imports(module: SourceModule): Issue[] {
  return importsOf(module).flatMap(({ from, node }) => {
    const at = node.source as SyntaxNode;
    if (from.startsWith(".")) return [];
    if (isBuiltin(from)) {
      const message = `${from} is a module of Node.js: it ${BUILT_IN.why}`;
      return [issueAt(module, at, { code: "RULE_IMPURE", message, fix: BUILT_IN.fix })];
    }
    if (PURE.test(from)) return impureFunctions(module, from, node);
    const message = `nothing is known of the package ${from}: a rule must not read a clock, a file or the network through it`;
    const fix = "see that what the rule calls of it is pure, or do without it";
    return [issueAt(module, at, { code: "RULE_IMPORT_DOUBTFUL", message, fix })];
  });
}

/** `import { isToday } from "date-fns"`, `import isToday from "date-fns/isToday"`, `_.now()`. */
function impureFunctions(module: SourceModule, from: string, statement: SyntaxNode): Issue[] {
  const [, name = "", file] = /^([\w-]+?)(?:-es)?(?:\/(?:fp\/)?(.+?)(?:\.[cm]?js)?)?$/.exec(from) ?? [];
  const functions = IMPURE_FUNCTIONS[name];
  if (functions === undefined) return [];
  const tell = (node: SyntaxNode, called: string, { why, fix }: Impurity): Issue =>
    issueAt(module, node, { code: "RULE_IMPURE", message: `${called} of ${name} ${why}`, fix });
  if (file !== undefined && functions.has(file))
    return [tell(statement.source as SyntaxNode, file, functions.get(file) as Impurity)];
  return listOf(statement.specifiers).flatMap((specifier) => {
    const { imported, local } = specifier;
    if (isNode(imported)) {
      const impure = functions.get(String(imported.name));
      return impure === undefined ? [] : [tell(specifier, String(imported.name), impure)];
    }
    return isNode(local) ? membersUsed(module, String(local.name), functions, tell) : [];
  });
}

function membersUsed(
  module: SourceModule,
  local: string,
  functions: ReadonlyMap<string, Impurity>,
  tell: (node: SyntaxNode, called: string, impurity: Impurity) => Issue,
): Issue[] {
  const issues: Issue[] = [];
  walkValues(module.tree, (node) => {
    if (node.type !== "MemberExpression" || dottedName(node.object as SyntaxNode) !== local) return;
    const called = nameOf(node) ?? "";
    const impure = functions.get(called);
    if (impure !== undefined) issues.push(tell(node, called, impure));
  });
  return issues;
}
