import type { AnyEvent } from "../event/log-types.ts";
import type { Fault } from "./alert.ts";
import type { CompiledFirstSeen, CompiledRule } from "./compiled-rule.ts";
import { stepMatchesOf } from "./correlation/step-match.ts";
import { dedupOf } from "./dedup-of.ts";
import { entryOf } from "./entry.ts";
import { attempt, describe, ReturnError } from "./fault.ts";
import type { Questioned } from "./arrival.ts";
import { keyText, pairText } from "./key-text.ts";
import type { Answer, Grouped, Sighted } from "./match.ts";

const NO_FAULTS: readonly Fault[] = [];

/** Beyond this a window could add up to infinity, and never come back from there. */
const LARGEST = 1e300;

/** What the function of a measure must return. */
const EXPECTED = {
  count: "nothing",
  unique: "a text or a list of texts",
  sum: "a finite number",
  ratio: "true or false",
  baseline: "a finite number",
  absence: "nothing",
} as const;

/**
 * Asks a rule about an event: its answer for a match or a rule error, or `undefined` for no match. A throw in a function that decides
 * whether there is an alert (`detect`, the measure's and first-seen's) is a rule error; an exception that throws does
 * not apply.
 */
export function evaluate(rule: CompiledRule, event: AnyEvent, about: Questioned): Answer | undefined {
  const ruleId = rule.id;
  try {
    const detected = rule.detect(event);
    if (detected === false) return undefined;
    if (detected !== true) throw new ReturnError("detect", "true or false", detected);
    const faults: Fault[] = [];
    const excepted = rule.exceptions.length > 0 && isExcepted(rule, event, about.time, faults);
    const { firstSeen } = rule;
    if (firstSeen !== undefined)
      return { ruleId, excepted, sighted: sightedOf(rule, firstSeen, event), faults };
    if (excepted) return undefined;
    const value = measured(rule, event);
    const grouped = groupedOf(rule, event, about, { value, faults });
    const steps = stepsOf(rule, event, grouped);
    return { ruleId, excepted, grouped, steps, faults };
  } catch (thrown) {
    const error = describe(thrown);
    const entry = entryOf(rule, event, about, []);
    const grouped = { dedup: error.kind, value: 1, entry };
    return { ruleId, excepted: false, error, grouped, faults: [] };
  }
}

/**
 * A match's group, and its part in the group's window.
 *
 * @param faults what went wrong so far; what goes wrong here joins it
 */
export function groupedOf(
  rule: CompiledRule,
  event: AnyEvent,
  about: Questioned,
  { value, faults }: { readonly value: number | string; readonly faults: Fault[] },
): Grouped {
  const dedup = dedupOf(rule, event, faults);
  return { dedup, value, entry: entryOf(rule, event, about, faults.length === 0 ? NO_FAULTS : faults) };
}

/** What a match is for correlations that wait for matches. */
export function stepsOf({ listeners }: CompiledRule, event: AnyEvent, { entry }: Grouped): Answer["steps"] {
  return listeners.match.length === 0 ? undefined : stepMatchesOf(listeners.match, event, entry);
}

function isExcepted(rule: CompiledRule, event: AnyEvent, time: number, faults: Fault[]): boolean {
  return rule.exceptions.some(
    ({ id, expires, when }) =>
      time < expires && attempt(`exceptions.${id}`, faults, () => when(event), isBoolean) === true,
  );
}

function measured({ measure, digest }: CompiledRule, event: AnyEvent): number | string {
  if (measure.of === undefined) return 1;
  const value = measure.of(event);
  if (measure.kind === "unique") return keyText("unique", value, digest);
  const isSum = measure.kind === "sum" || measure.kind === "baseline";
  if (isSum && typeof value === "number" && Math.abs(value) <= LARGEST) return value;
  if (measure.kind === "ratio" && typeof value === "boolean") return value ? 1 : 0;
  throw new ReturnError(measure.kind, EXPECTED[measure.kind], value);
}

function sightedOf({ digest }: CompiledRule, firstSeen: CompiledFirstSeen, event: AnyEvent): Sighted {
  const scope = firstSeen.scope(event);
  const key = firstSeen.key(event);
  const place = firstSeen.sighted.at(scope, key);
  if (place?.value !== undefined) return place.value;
  const where = keyText("firstSeen.scope", scope, digest);
  const sighted = { scope: where, key: pairText(where, keyText("firstSeen.key", key, digest), digest) };
  if (place !== undefined) place.value = sighted;
  return sighted;
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}
