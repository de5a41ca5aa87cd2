import type { Duration } from "../base/duration.ts";

/** What tells one thing from another: a text, or several that together do, such as a principal and a model. */
export type Key = string | readonly string[];

/** The keys that tell measures apart, and what goes with them. */
type Part =
  | "count"
  | "unique"
  | "sum"
  | "ratio"
  | "baseline"
  | "absence"
  | "atLeast"
  | "above"
  | "minimum"
  | "factor"
  | "floor"
  | "history"
  | "warmUp";

/** No part of another measure. */
type Only<Own extends Part> = { readonly [P in Exclude<Part, Own>]?: undefined };

/** How many matches of one group within `within` (default: the rule's `dedupPeriod`) raise an alert. */
export interface CountThreshold extends Only<"count"> {
  readonly count: number;
  readonly within?: Duration;
}

/** How many different values the matches of one group must have within `within`. */
export interface UniqueThreshold<E> extends Only<"unique" | "atLeast"> {
  /** The value that is told apart, such as the model that was called. */
  readonly unique: (event: E) => Key;
  readonly atLeast: number;
  readonly within?: Duration;
}

/** What the matches of one group must add up to within `within`. */
export interface SumThreshold<E> extends Only<"sum" | "atLeast"> {
  /** The number that is added up, such as the tokens of a call. */
  readonly sum: (event: E) => number;
  readonly atLeast: number;
  readonly within?: Duration;
}

/** What share of a group's matches within `within` are of a kind: `detect` picks the population, `ratio` the kind. */
export interface RatioThreshold<E> extends Only<"ratio" | "above" | "minimum"> {
  /** Whether a match is of the kind, such as a call that failed. */
  readonly ratio: (event: E) => boolean;
  /** The share that has to be exceeded: 0 and more, below 1. */
  readonly above: number;
  /** How many matches the window must hold for a share to say anything. */
  readonly minimum: number;
  readonly within?: Duration;
}

/**
 * How far a group must be above what is usual for itself at that time of day. The usual is the median, over the days
 * that the group is known, of its busiest of three hours: the same hour and those beside it.
 */
export interface BaselineThreshold<E> extends Only<"baseline" | "factor" | "floor" | "history" | "warmUp"> {
  /** The number that is added up, such as the tokens of a call; `() => 1` counts matches. */
  readonly baseline: (event: E) => number;
  /** How many times the usual the window must exceed; 1 and more. */
  readonly factor: number;
  /** What the window must reach in any case. */
  readonly floor: number;
  /** How far back the group's own hours count: a day and more. Default: `"14d"`. */
  readonly history?: Duration;
  /** How long a group must be known before it can raise an alert. */
  readonly warmUp: Duration;
  /** Default: the rule's `dedupPeriod`. The usual is that of an hour, so this should be near one. */
  readonly within?: Duration;
}

/**
 * When a group falls silent: its matches are a heartbeat that stops. Silence is told in event time, so only once the log
 * has gone on beyond it, and never at the end of the input.
 */
export interface AbsenceThreshold extends Only<"absence" | "minimum"> {
  /** How long no match comes after one. */
  readonly absence: Duration;
  /** Matches that the group must have had within `within`, up to the last. Default: 1. */
  readonly minimum?: number;
  readonly within?: Duration;
}

/**
 * When the matches of one group raise an alert: a number of them, or one of the measures over a sliding window of
 * event time. The window of a match at time t holds the group's matches later than t − `within`, up to t.
 */
export type Threshold<E> =
  | number
  | CountThreshold
  | UniqueThreshold<E>
  | SumThreshold<E>
  | RatioThreshold<E>
  | BaselineThreshold<E>
  | AbsenceThreshold;

/**
 * Lets a rule match only what it has not met before: an event matches when its key was not seen in its scope for
 * `forget`, once the scope has been watched for `learn`. Every event that `detect` accepts is remembered.
 */
export interface FirstSeen<E> {
  /** What is new or known, such as a principal, or a principal and a model. */
  readonly key: (event: E) => Key;
  /** Where it is new or known, such as an account. Each scope learns for itself. Default: one scope for all. */
  readonly scope?: (event: E) => Key;
  /** How long a scope is watched before anything in it counts as new. */
  readonly learn: Duration;
  /** A key not seen for this long is new again. */
  readonly forget: Duration;
}

/** What a rule's functions see of the window that raised, or is part of, an alert. As it is, it can be context. */
export type Window = {
  /** The measure: matches, different values, their sum, or a share between 0 and 1; 0 for an absence. */
  readonly value: number;
  /** Matches in the window. */
  readonly count: number;
  readonly firstEventTime: Date;
  readonly lastEventTime: Date;
  /** With a baseline: what is usual for the group at this time of day. */
  readonly usual?: number;
};
