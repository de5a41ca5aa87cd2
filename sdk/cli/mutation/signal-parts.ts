import type { Definition } from "../../lint/find-definitions.ts";
import { isNode, type SyntaxNode, walk } from "../../lint/syntax-node.ts";
import { listOf, nameOf, unwrap } from "../../lint/value-nodes.ts";

/** What only an alert shows, or what only alerts are grouped by. */
const OF_ALERTS = new Set([
  "severity",
  "defaultSeverity",
  "title",
  "description",
  "runbook",
  "reference",
  "destinations",
  "alertContext",
  "dedup",
  "dedupPeriod",
]);

/**
 * What the signals of a module say of their alerts: there are none, so no test can notice that it is another. A rule is
 * one where its own text says `createAlert: false`, or a constant that it spreads; the constant's parts belong to them
 * when nothing else uses it.
 */
export function signalParts(tree: SyntaxNode, definitions: readonly Definition[]): SyntaxNode[] {
  const signals = definitions.filter(isSignal);
  const spread = signals.flatMap(({ object }) => listOf(object.properties).flatMap(nameSpread));
  const constants = [...new Set(spread)].flatMap((name) => {
    const value = constantIn(name, signals[0]);
    // Its declaration is one more.
    const isOurs = usesOf(name, tree) === spread.filter((one) => one === name).length + 1;
    return value !== undefined && isOurs ? [value] : [];
  });
  return [...signals.map(({ object }) => object), ...constants].flatMap(partsOf);
}

/** Whether the last that is said of it says so: what is spread after it could say otherwise. */
function isSignal(definition: Definition): boolean {
  for (const property of listOf(definition.object.properties).toReversed()) {
    const [name] = nameSpread(property);
    const properties = name === undefined ? [property] : listOf(constantIn(name, definition)?.properties);
    if (properties.length === 0) return false;
    for (const one of properties.toReversed()) {
      if (one.type !== "Property" || nameOf(one) === undefined) return false;
      if (nameOf(one) === "createAlert") return isNode(one.value) && unwrap(one.value).value === false;
    }
  }
  return false;
}

function partsOf(object: SyntaxNode): SyntaxNode[] {
  return listOf(object.properties).flatMap((one) =>
    OF_ALERTS.has(nameOf(one) ?? "") && isNode(one.value) ? [one.value] : [],
  );
}

/** The name of the variable that is spread, if one is. */
function nameSpread({ type, argument }: SyntaxNode): string[] {
  const own = type === "SpreadElement" && isNode(argument) ? unwrap(argument) : undefined;
  return own?.type === "Identifier" ? [own.name as string] : [];
}

function constantIn(name: string, definition: Definition | undefined): SyntaxNode | undefined {
  const { kind, value } = definition?.top.get(name) ?? {};
  const own = kind === "const" && value !== undefined ? unwrap(value) : undefined;
  return own?.type === "ObjectExpression" ? own : undefined;
}

function usesOf(name: string, tree: SyntaxNode): number {
  let uses = 0;
  walk(tree, (node) => void (uses += node.type === "Identifier" && node.name === name ? 1 : 0));
  return uses;
}
