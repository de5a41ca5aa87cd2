import type { LogType } from "../event/log-type.ts";
import { logTypesOf } from "../rule/check-correlations.ts";
import { isCorrelation } from "../rule/correlation.ts";
import type { Detection } from "../rule/step.ts";
import { functionOf } from "./bindings.ts";
import { type EventShape, eventShape } from "./event-shape.ts";
import { type Definition, placeOf, propertyOf } from "./find-definitions.ts";
import type { SyntaxNode } from "./syntax-node.ts";
import { listOf, nameOf, unwrap } from "./value-nodes.ts";

/** A function of a rule that gets an event. */
export interface Callback {
  /** Where it stands in the rule: `threshold.sum`. */
  readonly path: string;
  readonly fn: SyntaxNode;
  /** The event; absent when a log type is not known. */
  readonly event?: EventShape;
}

/** What the functions of a rule get, by its part that they are in. */
const PARTS = ["threshold", "firstSeen"];

/** The functions of a rule that its module writes and that get an event, in the order of its text. */
export function callbacksOf(
  rule: Detection,
  definition: Definition,
  logTypes: ReadonlyMap<string, LogType>,
): Callback[] {
  if (isCorrelation(rule)) return callbacksOfSteps(rule, definition, logTypes);
  const event = shapeFor(logTypesOf(rule), logTypes);
  const found = callbacksIn(definition.object, definition, "", event);
  for (const part of PARTS) {
    const value = valueAt(definition, [part]);
    if (value !== undefined) found.push(...callbacksIn(value, definition, `${part}.`, event));
  }
  const exceptions = valueAt(definition, ["exceptions"], "ArrayExpression");
  for (const [at, one] of listOf(exceptions?.elements).entries())
    found.push(...callbacksIn(unwrap(one), definition, `exceptions.${at}.`, event));
  return found;
}

function callbacksOfSteps(
  rule: Detection,
  definition: Definition,
  logTypes: ReadonlyMap<string, LogType>,
): Callback[] {
  if (!isCorrelation(rule)) return [];
  return Object.entries(rule.steps).flatMap(([name, step]) => {
    const made = unwrap(placeOf(definition, ["steps", name]));
    const options = made.type === "CallExpression" ? listOf(made.arguments)[1] : undefined;
    if (options === undefined) return [];
    const event = shapeFor(logTypesOf(step.rule), logTypes);
    const path = `steps.${name}.`;
    const distinct = propertyOf(options, "distinct")?.value as SyntaxNode | undefined;
    return [
      ...callbacksIn(options, definition, path, event),
      ...(distinct === undefined ? [] : callbacksIn(unwrap(distinct), definition, `${path}distinct.`, event)),
    ];
  });
}

function callbacksIn(
  object: SyntaxNode,
  { top }: Definition,
  prefix: string,
  event: EventShape | undefined,
): Callback[] {
  return listOf(object.properties).flatMap((property) => {
    const fn =
      property.type === "Property" ? functionOf(unwrap(property.value as SyntaxNode), top) : undefined;
    if (fn === undefined) return [];
    return [{ path: `${prefix}${nameOf(property) ?? ""}`, fn, ...(event !== undefined && { event }) }];
  });
}

function valueAt(
  definition: Definition,
  path: readonly string[],
  type = "ObjectExpression",
): SyntaxNode | undefined {
  if (propertyOf(definition.object, path[0] ?? "") === undefined) return undefined;
  const value = unwrap(placeOf(definition, path));
  return value.type === type ? value : undefined;
}

function shapeFor(names: readonly string[], known: ReadonlyMap<string, LogType>): EventShape | undefined {
  const found = names.flatMap((name) => known.get(name) ?? []);
  return found.length > 0 && found.length === names.length ? eventShape(found) : undefined;
}
