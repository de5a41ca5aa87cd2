import type { Duration } from "../base/duration.ts";
import type { JsonObject } from "../base/json.ts";
import type { ContextValue } from "./rule.ts";
import type { Severity } from "./severity.ts";
import type { Absence, Step, Detection } from "./step.ts";

/** Steps of any events, by name. */
export type AnySteps = Readonly<Record<string, Step<never, JsonObject> | Absence<never>>>;

/** What a correlation's functions see of a step that has been filled. */
export interface StepSummary<Context = JsonObject> {
  readonly ruleId: string;
  /**
   * Matches of the step within the window that followed the steps before it. Exact up to 100, or the step's `atLeast`
   * where that is more; there it stops.
   */
  readonly count: number;
  /** Different values among them, for a step with `distinct`. */
  readonly distinct?: number;
  readonly firstEventTime: Date;
  readonly lastEventTime: Date;
  /** What the step's `context` said of its last match. */
  readonly context: Context;
}

/** What a correlation's functions see of its steps, by name. An absent step has nothing to tell. */
export type StepsTold<Steps> = {
  readonly [Name in keyof Steps as Steps[Name] extends { readonly absent: true } ? never : Name]: StepSummary<
    Steps[Name] extends Step<never, infer Context> ? Context : JsonObject
  >;
};

/** A value that is always the same, or is made from the steps that raised the alert and the key that they share. */
type PerCompletion<T, Told> = T | ((steps: Told, key: string) => T);

/** The parts of a correlation that its steps have no say in. */
interface CorrelationBase<Told> {
  /** Unique among all rules and correlations; no `<`, `>`, `&`, `"` or `%`. */
  readonly id: string;
  readonly displayName?: string;
  /** Default: true. */
  readonly enabled?: boolean;
  readonly tags?: readonly string[];
  /** Technique ids by framework: `{ "MITRE ATT&CK": ["TA0001:T1078"] }`. */
  readonly reports?: Readonly<Record<string, readonly string[]>>;
  readonly status?: string;
  /** False pages nobody: only other correlations see it. Default: true. */
  readonly createAlert?: boolean;
  /** `"sequence"`: the steps in the order in which they are written. `"any"`: all of them, in any order. */
  readonly order: "sequence" | "any";
  /** The span of event time that must hold all matches: those later than t − `within`, up to t. */
  readonly within: Duration;
  /** How long completions of one key join its alert. Default: `"1h"`. */
  readonly dedupPeriod?: Duration;
  readonly title?: PerCompletion<string, Told>;
  readonly description?: PerCompletion<string, Told>;
  /** What to look at and what to do, in this order. */
  readonly runbook?: PerCompletion<string, Told>;
  readonly reference?: PerCompletion<string, Told>;
  /** Names of destinations, at most 10. */
  readonly destinations?: PerCompletion<readonly string[], Told>;
  /** What an analyst needs to see: JSON, at most 204,800 characters. */
  readonly alertContext?: PerCompletion<Readonly<Record<string, ContextValue>>, Told>;
}

/** A severity that depends on the steps needs one to fall back on: for `"DEFAULT"`, and when the function throws. */
type CorrelationSeverity<Told> =
  | { readonly severity: Severity; readonly defaultSeverity?: undefined }
  | {
      readonly severity: (steps: Told, key: string) => Severity | "DEFAULT";
      readonly defaultSeverity: Severity;
    };

/** A correlation as it is written. */
export type Correlation<Steps extends AnySteps> = {
  /**
   * What must happen, and what must not, by name.
   *
   * An absence (`without`) at the beginning of a sequence: no match of it comes in its `within` before the first match of
   * the next step. Between two steps: none comes between the last match of the one and the first of the other. At the
   * end: none comes in its `within` after the steps were filled, which is told once the log has gone on beyond that time.
   * In an unordered set: none comes in its `within` up to the match that fills the set.
   */
  readonly steps: Steps;
} & CorrelationBase<StepsTold<Steps>> &
  CorrelationSeverity<StepsTold<Steps>>;

/** Steps of which one must be filled: what is absent alone is no event that could raise an alert. */
export type Fillable<Steps> = [keyof StepsTold<Steps>] extends [never]
  ? { readonly steps: { readonly "at least one step that is not absent": never } }
  : unknown;

/** A correlation of any steps, for code that handles correlations without knowing their events. */
export type AnyCorrelation = { readonly steps: AnySteps } & CorrelationBase<never> &
  CorrelationSeverity<never>;

/** Whether it is a correlation, not a rule. */
export function isCorrelation(rule: Detection): rule is AnyCorrelation {
  return "steps" in rule;
}
