import { namesIn, type TopBinding, topBindings } from "./bindings.ts";
import { importsOf } from "./imports.ts";
import type { SourceModule } from "./source-module.ts";
import type { SyntaxNode } from "./syntax-node.ts";
import { listOf } from "./value-nodes.ts";

/** The module that another one imports by a relative path; absent when it is not looked at. */
export type Neighbour = (from: string) => SourceModule | undefined;

/** What the names that a module imports are, as far as its neighbours tell. */
export function importedBindings(
  module: SourceModule,
  neighbour: Neighbour,
): ReadonlyMap<string, TopBinding> {
  const found = new Map<string, TopBinding>();
  for (const { from, node } of importsOf(module)) {
    if (node.type !== "ImportDeclaration") continue;
    const other = neighbour(from);
    const exported = other === undefined ? undefined : exportedBindings(other);
    for (const { type, imported, local } of listOf(node.specifiers)) {
      const [name = ""] = type === "ImportDefaultSpecifier" ? ["default"] : namesIn(imported);
      for (const own of namesIn(local)) found.set(own, exported?.get(name) ?? { kind: "const" });
    }
  }
  return found;
}

/** What a module itself declares and exports, by the names that it gets outside. */
function exportedBindings({ tree }: SourceModule): Map<string, TopBinding> {
  const top = topBindings(tree);
  const found = new Map(top);
  for (const { type, specifiers, declaration } of listOf(tree.body)) {
    if (type === "ExportDefaultDeclaration") {
      const value = declaration as SyntaxNode;
      found.set("default", top.get(String(value.name)) ?? { kind: "const", value });
    } else
      for (const { local, exported } of listOf(specifiers))
        for (const name of namesIn(exported)) {
          const binding = top.get(namesIn(local)[0] ?? "");
          if (binding !== undefined) found.set(name, binding);
        }
  }
  return found;
}
