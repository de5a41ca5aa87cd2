/** What one rule did. */
export interface RuleCounts {
  /** Events of its log types. */
  events: number;
  /** Matches, signals among them. */
  matches: number;
  alerts: number;
  errors: number;
  /** Groups and first-seen keys that were let go to make room. */
  evicted: number;
  /** Time spent in it, about, as far as a stopwatch was given. */
  milliseconds: number;
}

/** What an engine did. */
export interface EngineCounts {
  /** Records that were events already. */
  duplicates: number;
  /** Events that came later than the allowed lateness and matched a rule that needs order. */
  late: number;
  matches: number;
  signals: number;
  alerts: number;
  ruleErrors: number;
  /** Events that were put in order too early, because too much was held. */
  releasedEarly: number;
  /** Row ids that were forgotten to make room. */
  forgottenRows: number;
  /** Groups and first-seen keys that were let go to make room. */
  evicted: number;
  /** Events of the state that cannot be made again, because their log type has changed since. */
  unreadable: number;
  readonly rules: Record<string, RuleCounts>;
}

/** Counts before the first event. */
export function emptyCounts(): EngineCounts {
  return {
    duplicates: 0,
    late: 0,
    matches: 0,
    signals: 0,
    alerts: 0,
    ruleErrors: 0,
    releasedEarly: 0,
    forgottenRows: 0,
    evicted: 0,
    unreadable: 0,
    rules: Object.create(null) as Record<string, RuleCounts>,
  };
}

export function emptyRuleCounts(): RuleCounts {
  return { events: 0, matches: 0, alerts: 0, errors: 0, evicted: 0, milliseconds: 0 };
}
