import { declaredIn, namesIn } from "./bindings.ts";
import { importsOf } from "./imports.ts";
import type { SourceModule } from "./source-module.ts";
import { isNode, type SyntaxNode } from "./syntax-node.ts";
import { listOf, nameOf, unwrap } from "./value-nodes.ts";

/** A function of a package whose functions are known. */
export interface PackageFunction {
  readonly from: "lodash" | "date-fns";
  readonly name: string;
  /** Whether it is the form that changes nothing and takes its data last: `lodash/fp`. */
  readonly isFp: boolean;
}

type Imported = Omit<PackageFunction, "name"> & { readonly name?: string };

const KNOWN = /^(lodash|date-fns)(?:-es)?(\/fp)?(?:\/(.+?))?(?:\.[cm]?js)?$/;

/**
 * Tells of expressions of a module whether they are a function of lodash or date-fns, in any form of import. A name that
 * the module also declares itself is told of nowhere.
 *
 * @example
 * packageFunctions(module)(node); // of `_.get` after `import _ from "lodash"`: { from: "lodash", name: "get", isFp: false }
 */
export function packageFunctions(module: SourceModule): (node: SyntaxNode) => PackageFunction | undefined {
  const names = importedNames(module);
  if (names.size > 0)
    for (const statement of listOf(module.tree.body))
      if (statement.type !== "ImportDeclaration")
        for (const name of declaredIn(statement)) names.delete(name);
  return (node) => {
    const own = unwrap(node);
    const isMember = own.type === "MemberExpression";
    const root = isMember ? unwrap(own.object as SyntaxNode) : own;
    const found = root.type === "Identifier" ? names.get(root.name as string) : undefined;
    // A whole package has functions as its members; a function alone has none that count.
    if (found === undefined || isMember === (found.name !== undefined)) return undefined;
    const name = found.name ?? (isMember ? nameOf(own) : undefined);
    return name === undefined ? undefined : { ...found, name };
  };
}

function importedNames(module: SourceModule): Map<string, Imported> {
  const found = new Map<string, Imported>();
  for (const { from, node } of importsOf(module)) {
    const [, name, fp, file] = KNOWN.exec(from) ?? [];
    if (name === undefined || node.type !== "ImportDeclaration") continue;
    for (const { imported, local } of listOf(node.specifiers)) {
      const [called = file] = isNode(imported) ? namesIn(imported) : [];
      const one = { from: name as "lodash", isFp: fp !== undefined };
      const isWhole = called === undefined || called === "default";
      for (const own of namesIn(local)) found.set(own, isWhole ? one : { ...one, name: called });
    }
  }
  return found;
}
