import type { Definition } from "../../lint/find-definitions.ts";
import { isNode, type SyntaxNode } from "../../lint/syntax-node.ts";
import { isFunction, listOf, nameOf, unwrap, walkValues } from "../../lint/value-nodes.ts";

/** What a rule says of itself. Where one of them is a function, it is logic. */
const TEXTS = new Set([
  "id",
  "displayName",
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
 * The expressions of a module that only describe its rules. No test need notice another wording, so they are not
 * changed. A constant at the top of the module that nothing else uses belongs to them.
 */
export function metadataIn(tree: SyntaxNode, definitions: readonly Definition[]): SyntaxNode[] {
  const said = definitions.flatMap(({ object }) => textsOf(object));
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
    return value !== undefined && uses.get(name) === known + 1 ? [value] : [];
  });
  return [...said.filter((node) => !isName(node)), ...constants];
}

function textsOf(object: SyntaxNode): SyntaxNode[] {
  return listOf(object.properties).flatMap((property) => {
    const { value } = property;
    if (!isNode(value)) return [];
    if (TEXTS.has(nameOf(property) ?? "")) return isFunction(unwrap(value)) ? [] : [value];
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
