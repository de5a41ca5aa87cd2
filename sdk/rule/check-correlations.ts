import { CaracalError } from "../base/caracal-error.ts";
import { type AnyCorrelation, isCorrelation } from "./correlation.ts";
import type { Detection } from "./step.ts";

/** The rules of a correlation's steps, absent ones too; each once. */
function rulesOf(correlation: AnyCorrelation): readonly Detection[] {
  return [...new Set(Object.values(correlation.steps).map(({ rule }) => rule))];
}

/**
 * All rules and correlations that a correlation needs, also through others; each id once. When one of them does not
 * run, the correlation cannot complete.
 */
export function rulesNeeded(correlation: AnyCorrelation): readonly Detection[] {
  const needed = new Map<string, Detection>();
  const waiting = [...rulesOf(correlation)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (needed.has(next.id)) continue;
    needed.set(next.id, next);
    if (isCorrelation(next)) waiting.push(...rulesOf(next));
  }
  return [...needed.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** The log types that a rule is over; of a correlation, those of all rules that it needs. */
export function logTypesOf(detection: Detection): readonly string[] {
  if (!isCorrelation(detection)) return detection.logTypes;
  const all = rulesNeeded(detection).flatMap((rule) => (isCorrelation(rule) ? [] : rule.logTypes));
  return [...new Set(all)].toSorted();
}

/**
 * The correlations in an order in which each comes after those that are its steps.
 *
 * @throws CaracalError `RULE_INVALID` when one is a step of itself, be it through others
 */
export function lowestFirst(correlations: readonly AnyCorrelation[]): readonly AnyCorrelation[] {
  const byId = new Map(correlations.map((correlation) => [correlation.id, correlation]));
  const done = new Map<string, AnyCorrelation>();
  const visit = (correlation: AnyCorrelation, path: readonly string[]): void => {
    const { id } = correlation;
    if (done.has(id)) return;
    if (path.includes(id)) throw cycle([...path.slice(path.indexOf(id)), id]);
    for (const rule of rulesOf(correlation)) {
      const below = byId.get(rule.id) ?? rule;
      if (isCorrelation(below)) visit(below, [...path, id]);
    }
    done.set(id, correlation);
  };
  for (const correlation of correlations) visit(correlation, []);
  return [...done.values()].filter(({ id }) => byId.has(id));
}

function cycle(ids: readonly string[]): CaracalError {
  return new CaracalError({
    code: "RULE_INVALID",
    source: `correlation ${ids[0]}`,
    message: `steps: it is a step of itself: ${ids.join(" > ")}`,
  });
}
