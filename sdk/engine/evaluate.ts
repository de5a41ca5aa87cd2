import type { Fault } from "./alert.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import { attempt, describeError, errorClass, placeOfError } from "./fault.ts";
import type { Match } from "./match.ts";
import type { Timed } from "./reorder-buffer.ts";

/**
 * Asks a rule about an event: a match, a rule error, or `undefined` for no match. A throw in a function that decides
 * whether there is an alert (`detect` and the measure's) is a rule error; an exception that throws does not apply.
 */
export function evaluate(rule: CompiledRule, item: Timed): Match | undefined {
  try {
    const detected = rule.detect(item.event);
    if (detected === false) return undefined;
    if (detected !== true) throw new NotBoolean(detected);
    const faults: Fault[] = [];
    if (isExcepted(rule, item, faults)) return undefined;
    return { rule, item, value: measured(rule, item), faults };
  } catch (thrown) {
    return ruleError(rule, item, thrown);
  }
}

/** A match that tells of an error in the rule. */
export function ruleError(rule: CompiledRule, item: Timed, thrown: unknown): Match {
  const text =
    thrown instanceof NotBoolean || thrown instanceof NotMeasurable ? thrown.message : describeError(thrown);
  return {
    rule,
    item,
    value: 1,
    faults: [],
    error: { kind: errorClass(thrown), text, place: placeOfError(thrown) },
  };
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
  if (measure.kind === "sum" ? Number.isFinite(value) : typeof value === "string")
    return value as number | string;
  throw new NotMeasurable(measure.kind, value);
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

class NotBoolean extends Error {
  override name = "NotBoolean";
  constructor(value: unknown) {
    super(`detect must return true or false, but returned ${value === null ? "null" : typeof value}`);
  }
}

class NotMeasurable extends Error {
  override name = "NotMeasurable";
  constructor(kind: string, value: unknown) {
    const expected = kind === "sum" ? "a finite number" : "a text";
    super(
      `${kind} must return ${expected}, but returned ${typeof value === "number" ? String(value) : typeof value}`,
    );
  }
}
