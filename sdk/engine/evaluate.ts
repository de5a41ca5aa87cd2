import type { Fault } from "./alert.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import { attempt, describe, ReturnError } from "./fault.ts";
import type { Match } from "./match.ts";
import type { Timed } from "./reorder-buffer.ts";

/** Beyond this a window could add up to infinity, and never come back from there. */
const LARGEST = 1e300;

/**
 * Asks a rule about an event: a match, a rule error, or `undefined` for no match. A throw in a function that decides
 * whether there is an alert (`detect` and the measure's) is a rule error; an exception that throws does not apply.
 */
export function evaluate(rule: CompiledRule, item: Timed): Match | undefined {
  try {
    const detected = rule.detect(item.event);
    if (detected === false) return undefined;
    if (detected !== true) throw new ReturnError("detect", "true or false", detected);
    const faults: Fault[] = [];
    const excepted = isExcepted(rule, item, faults);
    if (excepted && rule.firstSeen === undefined) return undefined;
    return { rule, item, value: measured(rule, item), excepted, faults };
  } catch (thrown) {
    return ruleError(rule, item, thrown);
  }
}

/** A match that tells of an error in the rule. */
export function ruleError(rule: CompiledRule, item: Timed, thrown: unknown): Match {
  return { rule, item, value: 1, excepted: false, error: describe(thrown), faults: [] };
}

function isExcepted(rule: CompiledRule, { event, time }: Timed, faults: Fault[]): boolean {
  return rule.exceptions.some(
    ({ id, expires, when }) =>
      time < expires && attempt(`exceptions.${id}`, faults, () => when(event), isBoolean) === true,
  );
}

function measured({ measure }: CompiledRule, { event }: Timed): number | string {
  if (measure.of === undefined) return 1;
  const value = measure.of(event);
  if (measure.kind === "unique" && typeof value === "string") return value;
  if (measure.kind === "sum" && typeof value === "number" && Math.abs(value) <= LARGEST) return value;
  throw new ReturnError(measure.kind, measure.kind === "sum" ? "a finite number" : "a text", value);
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}
