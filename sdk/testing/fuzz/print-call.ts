import { isCorrelation } from "../../rule/correlation.ts";
import type { Detection } from "../../rule/step.ts";
import { ALERT_PARTS } from "./call.ts";

/** A call as TypeScript, and the lines before it. */
export interface PrintedCall {
  readonly call: string;
  readonly lines: readonly string[];
}

/**
 * A call of a function of a rule.
 *
 * @param variable the rule's
 * @param name where the function stands in the rule: `firstSeen.key`
 * @param args as they are written: `event, window`
 */
export function printCall(rule: Detection, variable: string, name: string, args: string): PrintedCall {
  const isEither = name in ALERT_PARTS && (name !== "title" || isCorrelation(rule));
  if (!isEither) return { call: `${variable}.${pathOf(name)}(${args})`, lines: [] };
  // Its type says that it may be no function.
  const lines = [`const { ${name} } = ${variable};`, `if (typeof ${name} !== "function") return;`];
  return { call: `${name}(${args})`, lines };
}

function pathOf(name: string): string {
  const [part = "", ...rest] = name.split(".");
  if (part === "title" || part === "dedup") return `${part}?.`;
  if (part === "exceptions") {
    const id = JSON.stringify(rest.join("."));
    return `exceptions?.find(({ id }) => id === ${id})?.when`;
  }
  if (part === "steps") {
    const [step = "", ...key] = rest;
    return `steps.${step}.${WRITTEN[key.join(".")] ?? key.join(".")}`;
  }
  return WRITTEN[name] ?? name;
}

/** How functions are reached that may not be there. */
const WRITTEN: Readonly<Record<string, string>> = {
  "distinct.of": "distinct?.of",
  context: "context?.",
  "firstSeen.key": "firstSeen?.key",
  "firstSeen.scope": "firstSeen?.scope?.",
};
