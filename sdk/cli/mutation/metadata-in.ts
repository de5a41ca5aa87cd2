import { functionOf } from "../../lint/bindings.ts";
import type { Definition } from "../../lint/find-definitions.ts";
import { isNode, type SyntaxNode } from "../../lint/syntax-node.ts";
import { listOf, nameOf, unwrap, walkValues } from "../../lint/value-nodes.ts";
import { signalParts } from "./signal-parts.ts";

/**
 * What a rule says of itself. Where one of them is a function, it is logic. Whether it is enabled is there too: tests run
 * it either way.
 */
const TEXTS = new Set([
  "id",
  "displayName",
  "enabled",
  "description",
  "runbook",
  "reference",
  "tags",
  "reports",
  "status",
  "summaryAttributes",
]);

/** What an exception says of itself. */
const EXCEPTION_TEXTS = new Set(["id", "reason", "owner"]);

/**
 * The expressions of a module that only describe its rules, and what signals say of alerts that they never raise. No
 * test need notice another wording, or can, so they are not changed. A constant at the top of the module that nothing else uses belongs to them.
 */
export function metadataIn(tree: SyntaxNode, definitions: readonly Definition[]): SyntaxNode[] {
  const said = [...definitions.flatMap(textsOf), ...signalParts(tree, definitions)];
  const names = new Set(said.filter(isName).map(({ name }) => name as string));
  if (names.size === 0) return said;
  const uses = new Map<string, number>();
  walkValues(tree, (node) => {
    if (isName(node)) uses.set(node.name as string, (uses.get(node.name as string) ?? 0) + 1);
    return !said.includes(node);
  });
  const constants = [...names].flatMap((name) => {
    const value = definitions[0]?.top.get(name)?.value;
    const known = said.filter((node) => isName(node) && node.name === name).length;
    // Its declaration is one more.
    const isWhole = value !== undefined && value.type !== "FunctionDeclaration";
    return isWhole && uses.get(name) === known + 1 ? [value] : [];
  });
  return [...said.filter((node) => !isName(node)), ...constants];
}

function textsOf({ object, top }: Definition): SyntaxNode[] {
  return listOf(object.properties).flatMap((property) => {
    const { value } = property;
    if (!isNode(value)) return [];
    if (TEXTS.has(nameOf(property) ?? "")) return functionOf(unwrap(value), top) === undefined ? [value] : [];
    if (nameOf(property) !== "exceptions") return [];
    return listOf(unwrap(value).elements).flatMap((exception) =>
      listOf(unwrap(exception).properties).flatMap((one) =>
        EXCEPTION_TEXTS.has(nameOf(one) ?? "") && isNode(one.value) ? [one.value] : [],
      ),
    );
  });
}

function isName({ type }: SyntaxNode): boolean {
  return type === "Identifier";
}
