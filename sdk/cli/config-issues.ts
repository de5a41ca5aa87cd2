import { relative, resolve } from "node:path";
import sortBy from "lodash/sortBy.js";
import type { Issue } from "../base/issue.ts";
import type { ConfigFinding } from "../config/check-config.ts";
import { type TopBinding, topBindings } from "../lint/bindings.ts";
import { placeOf } from "../lint/find-definitions.ts";
import { issueAt, type SourceModule } from "../lint/source-module.ts";
import { isNode, type SyntaxNode } from "../lint/syntax-node.ts";
import { listOf, unwrap } from "../lint/value-nodes.ts";
import { readModules } from "./read-modules.ts";

/** What is wrong with a configuration, each where it is written, as far as the text tells. */
export async function configIssues(name: string, findings: readonly ConfigFinding[]): Promise<Issue[]> {
  const { modules } = await readModules([resolve(name)]);
  const module = modules.get(resolve(name));
  const top = module === undefined ? new Map<string, TopBinding>() : topBindings(module.tree);
  const object = module && configObject(module, top);
  const issues = findings.map(({ path, message, fix }): Issue => {
    const issue = { code: "CONFIG_INVALID" as const, message, ...(fix !== undefined && { fix }) };
    if (module === undefined || object === undefined)
      return { ...issue, source: relative(process.cwd(), resolve(name)) };
    return issueAt(module, placeOf({ object, top }, path), issue);
  });
  return sortBy(issues, ["line", "column"]);
}

/** What a module exports as its default, without the function around it. */
function configObject({ tree }: SourceModule, top: ReadonlyMap<string, TopBinding>): SyntaxNode | undefined {
  const exported = listOf(tree.body).find(({ type }) => type === "ExportDefaultDeclaration")?.declaration;
  let node = isNode(exported) ? unwrap(exported) : undefined;
  // A name, then a call, then perhaps a name again.
  for (let step = 0; step < 3 && node !== undefined && node.type !== "ObjectExpression"; step++) {
    const next: unknown =
      node.type === "CallExpression" ? listOf(node.arguments)[0] : top.get(String(node.name))?.value;
    node = isNode(next) ? unwrap(next) : undefined;
  }
  return node?.type === "ObjectExpression" ? node : undefined;
}
