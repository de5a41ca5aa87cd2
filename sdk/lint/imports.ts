import { isBuiltin } from "node:module";
import type { Issue } from "../base/issue.ts";
import { BUILT_IN } from "./impure-names.ts";
import { issueAt, type SourceModule } from "./source-module.ts";
import { isNode, type SyntaxNode } from "./syntax-node.ts";
import { listOf } from "./value-nodes.ts";

/** An import, or an export from another module, that is there when the module runs. */
export interface ImportFrom {
  /** What it names: `./models.ts`, `lodash/countBy.js`. */
  readonly from: string;
  readonly node: SyntaxNode;
}

/** Packages whose functions are pure, but for those that are told where they are used. */
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
    if (from.startsWith(".") || PURE.test(from)) return [];
    if (isBuiltin(from)) {
      const message = `${from} is a module of Node.js: it ${BUILT_IN.why}`;
      return [issueAt(module, at, { code: "RULE_IMPURE", message, fix: BUILT_IN.fix })];
    }
    const message = `nothing is known of the package ${from}: a rule must not read a clock, a file or the network through it`;
    const fix = "see that what the rule calls of it is pure, or do without it";
    return [issueAt(module, at, { code: "RULE_IMPORT_DOUBTFUL", message, fix })];
  });
}
