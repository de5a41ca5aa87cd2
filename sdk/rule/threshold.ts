import type { Duration } from "../base/duration.ts";

/** How many matches of one group within `within` (default: the rule's `dedupPeriod`) raise an alert. */
export interface CountThreshold {
  readonly count: number;
  readonly within?: Duration;
  readonly atLeast?: undefined;
  readonly unique?: undefined;
  readonly sum?: undefined;
  readonly ratio?: undefined;
}

/** How many different values the matches of one group must have within `within`. */
export interface UniqueThreshold<E> {
  /** The value that is told apart, such as the model that was called. */
  readonly unique: (event: E) => string;
  readonly atLeast: number;
  readonly within?: Duration;
  readonly count?: undefined;
  readonly sum?: undefined;
  readonly ratio?: undefined;
}

/** What the matches of one group must add up to within `within`. */
export interface SumThreshold<E> {
  /** The number that is added up, such as the tokens of a call. */
  readonly sum: (event: E) => number;
  readonly atLeast: number;
  readonly within?: Duration;
  readonly count?: undefined;
  readonly unique?: undefined;
  readonly ratio?: undefined;
}

/** What share of a group's matches within `within` are of a kind: `detect` picks the population, `ratio` the kind. */
export interface RatioThreshold<E> {
  /** Whether a match is of the kind, such as a call that failed. */
  readonly ratio: (event: E) => boolean;
  /** The share that has to be exceeded: 0 and more, below 1. */
  readonly above: number;
  /** How many matches the window must hold for a share to say anything. */
  readonly minimum: number;
  readonly within?: Duration;
  readonly atLeast?: undefined;
  readonly count?: undefined;
  readonly unique?: undefined;
  readonly sum?: undefined;
}

/**
 * When the matches of one group raise an alert: a number of them, or one of the measures over a sliding window of
 * event time. The window of a match at time t holds the group's matches later than t − `within`, up to t.
 */
export type Threshold<E> = number | CountThreshold | UniqueThreshold<E> | SumThreshold<E> | RatioThreshold<E>;

/**
 * Lets a rule match only what it has not met before: an event matches when its key was not seen in its scope for
 * `forget`, once the scope has been watched for `learn`. Every event that `detect` accepts is remembered.
 */
export interface FirstSeen<E> {
  /** What is new or known, such as a principal. */
  readonly key: (event: E) => string;
  /** Where it is new or known, such as an account. Each scope learns for itself. Default: one scope for all. */
  readonly scope?: (event: E) => string;
  /** How long a scope is watched before anything in it counts as new. */
  readonly learn: Duration;
  /** A key not seen for this long is new again. */
  readonly forget: Duration;
}

/** What a rule's functions see of the window that raised, or is part of, an alert. As it is, it can be context. */
export type Window = {
  /** The measure: matches, different values, their sum, or a share between 0 and 1. */
  readonly value: number;
  /** Matches in the window. */
  readonly count: number;
  readonly firstEventTime: Date;
  readonly lastEventTime: Date;
};
