import type { Duration } from "../base/duration.ts";
import type { JsonValue } from "../base/json.ts";
import type { EventOf, LogTypeName } from "../event/log-types.ts";
import type { PathOf } from "./path-of.ts";
import type { Severity } from "./severity.ts";
import type { FirstSeen, Threshold, Window } from "./threshold.ts";

/** A value that is always the same, or is made from the match that raised the alert. */
export type PerAlert<T, E> = T | ((event: E, window: Window) => T);

/** A reason not to match, for a while: the rule leaves alone what `when` accepts, up to `expires` in event time. */
export interface Exception<E> {
  readonly id: string;
  readonly reason: string;
  readonly owner: string;
  /** A day such as `2026-12-31`, in UTC; the exception ends as that day begins. */
  readonly expires: string;
  /** Which of the rule's events are left alone. If it throws, the exception does not apply, and the alert says so. */
  readonly when: (event: E) => boolean;
}

/** The parts of a rule that stand alone; those that depend on each other follow. */
export interface RuleBase<E, Path = PathOf<E>> {
  /** Unique among all rules, such as `AWS.Bedrock.ErrorSpike`; no `<`, `>`, `&`, `"` or `%`. */
  readonly id: string;
  readonly displayName?: string;
  /** Default: true. */
  readonly enabled?: boolean;
  readonly tags?: readonly string[];
  /** Technique ids by framework: `{ "MITRE ATT&CK": ["TA0001:T1078"] }`. */
  readonly reports?: Readonly<Record<string, readonly string[]>>;
  readonly status?: string;
  /** Paths of the event whose most frequent values an alert sums up. */
  readonly summaryAttributes?: readonly Path[];
  /** Whether the rule looks at the event at all. It must return a boolean; anything else is a rule error. */
  readonly detect: (event: E) => boolean;
  /** How long matches of a group join its alert. Default: `"1h"`. */
  readonly dedupPeriod?: Duration;
  readonly description?: PerAlert<string, E>;
  /** What to look at and what to do, in this order. */
  readonly runbook?: PerAlert<string, E>;
  readonly reference?: PerAlert<string, E>;
  /** Names of destinations, at most 10. */
  readonly destinations?: PerAlert<readonly string[], E>;
  /** What an analyst needs to see: JSON, at most 204,800 characters. */
  readonly alertContext?: PerAlert<Readonly<Record<string, ContextValue>>, E>;
  /** False makes signals: matches that page nobody. Default: true. */
  readonly createAlert?: boolean;
  readonly exceptions?: readonly Exception<E>[];
}

/** JSON, and what is left out or written as text: `undefined` and times. */
export type ContextValue =
  | JsonValue
  | Date
  | undefined
  | readonly ContextValue[]
  | { readonly [key: string]: ContextValue };

/** A severity that depends on the event needs one to fall back on: for `"DEFAULT"`, and when the function throws. */
export type RuleSeverity<E> =
  | { readonly severity: Severity; readonly defaultSeverity?: undefined }
  | {
      readonly severity: (event: E, window: Window) => Severity | "DEFAULT";
      readonly defaultSeverity: Severity;
    };

/** Matches are grouped by `dedup`, or by the title; a title that tells of the window cannot group, so needs `dedup`. */
type RuleGroup<E, Title> = {
  readonly dedup?: (event: E) => string;
  readonly title?: Title;
} & (Title extends (event: never, window: never) => string
  ? Parameters<Title>["length"] extends 2
    ? { readonly dedup: (event: E) => string }
    : unknown
  : unknown);

/** When a rule raises an alert: by a threshold, or by what is new; with neither, at every match. */
export type Measure<T, F> =
  | { readonly threshold?: T; readonly firstSeen?: undefined }
  | { readonly firstSeen: F; readonly threshold?: undefined };

/** Any measure over events of type `E`. */
export type MeasureOver<E> = Measure<Threshold<E>, FirstSeen<E>>;

/** A rule over events of type `E`. */
export type RuleOver<E, Title, M = MeasureOver<E>> = RuleBase<E> & RuleSeverity<E> & RuleGroup<E, Title> & M;

/** The title of a rule over some log types: fixed, from the event, or from the event and its window. */
export type TitleOver<Names extends readonly LogTypeName[]> = PerAlert<string, EventOf<Names[number]>>;

/**
 * A rule as it is written: `logTypes` gives every function the type of its event. `M` is the type of its own threshold or
 * firstSeen, where that is known.
 */
export type Rule<
  Names extends readonly LogTypeName[] = readonly LogTypeName[],
  Title = string,
  M = MeasureOver<EventOf<Names[number]>>,
> = { readonly logTypes: Names } & RuleOver<EventOf<Names[number]>, Title, M>;

/** A rule over any log types, for code that handles rules without knowing their events. */
export type AnyRule = { readonly logTypes: readonly string[] } & RuleBase<never, string> &
  RuleSeverity<never> &
  MeasureOver<never> & {
    /** The key of a match's group. */
    readonly dedup?: (event: never) => string;
    readonly title?: PerAlert<string, never>;
  };
