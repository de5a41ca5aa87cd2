import type { Duration } from "../base/duration.ts";
import type { JsonObject } from "../base/json.ts";
import type { EventOf, LogTypeName } from "../event/log-types.ts";
import type { AnyCorrelation } from "./correlation.ts";
import type { AnyRule } from "./rule.ts";
import type { Key } from "./threshold.ts";

/** What a step can be over: the matches of a rule, or the completions of another correlation. */
export type Detection = AnyRule | AnyCorrelation;

/** The event that a step's functions get: that of the rule; of a correlation, that of any of its steps. */
export type StepEvent<R> = R extends { readonly logTypes: infer Names extends readonly LogTypeName[] }
  ? EventOf<Names[number]>
  : R extends { readonly steps: infer Steps }
    ? EventIn<Steps[keyof Steps]>
    : never;

type EventIn<S> = S extends Step<infer E, JsonObject> ? E : never;

/** What a step asks of the matches of its rule, beside the order. */
export interface StepOptions<E, Context> {
  /** What the matches of all steps must share, such as a principal; an empty text leaves the match out. */
  readonly by: (event: E) => Key;
  /** `"alert"`: only the matches at which the rule raised an alert. Default: `"match"`, all matches and signals. */
  readonly on?: "match" | "alert";
  /** How many matches the step takes. Default: 1. */
  readonly atLeast?: number;
  /** How many different values its matches must have. */
  readonly distinct?: {
    /** The value that is told apart. */
    readonly of: (event: E) => Key;
    readonly atLeast: number;
  };
  /** What the alert is to know of the step's last match; at most 10,000 characters as JSON. */
  readonly context?: (event: E) => Context;
}

/** A step that matches must fill. */
export interface Step<E, Context> extends StepOptions<E, Context> {
  readonly rule: Detection;
  readonly absent?: undefined;
}

/** What a match of an absent step must share with the others, and for how long there must be none. */
export interface AbsenceOptions<E> {
  /** What it shares with the matches of the other steps. */
  readonly by: (event: E) => Key;
  /** Default: the correlation's. An absence between two steps lasts from one to the other, so it has none. */
  readonly within?: Duration;
}

/** A step that no match may fill. */
export interface Absence<E> extends AbsenceOptions<E> {
  readonly rule: Detection;
  readonly absent: true;
}

/**
 * A step of a correlation: matches of a rule, or completions of another correlation.
 *
 * @param rule what `defineRule` or `defineCorrelation` returned
 * @example
 * step(accessDenied, { by: (event) => event.accountId, atLeast: 10 })
 */
export function step<const R extends Detection, Context extends JsonObject = {}>(
  rule: R,
  options: StepOptions<StepEvent<R>, Context>,
): Step<StepEvent<R>, NoInfer<Context>> {
  return { ...options, rule };
}

/**
 * A step that must stay empty. What that means depends on its place: see `steps` of a correlation.
 *
 * @example
 * without(approval, { by: (event) => event.accountId, within: "24h" })
 */
export function without<const R extends Detection>(
  rule: R,
  options: AbsenceOptions<StepEvent<R>>,
): Absence<StepEvent<R>> {
  return { ...options, rule, absent: true };
}
