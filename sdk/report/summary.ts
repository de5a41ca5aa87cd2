import { formatCount } from "./format-count.ts";

/** What a run's last line tells. */
export interface SummaryFacts {
  readonly read: number;
  readonly events: number;
  readonly duplicates: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly late: number;
  readonly releasedEarly: number;
  readonly rules: number;
  readonly ruleErrors: number;
  readonly alerts: number;
  readonly seconds: number;
  /** Files in folders that were left alone, because they are no logs by their names. */
  readonly otherFiles: number;
  /** Files that runs before this one have read. */
  readonly readBefore: number;
  /** Events from further ahead than can be. */
  readonly farAhead: number;
  /** Groups and first-seen keys that had to be let go to make room. */
  readonly evicted: number;
}

/**
 * A run on one line: every record accounted for, then what came of it and how fast.
 *
 * @example
 * // 3 alerts from 6 rules; 13,142 records = 13,061 events + 29 duplicates + 52 skipped + 0 rejected; 1.4 s, 9,329 events/s
 */
export function summary(facts: SummaryFacts): string {
  const {
    read,
    events,
    duplicates,
    skipped,
    rejected,
    late,
    releasedEarly,
    rules,
    ruleErrors,
    alerts,
    seconds,
    otherFiles,
    readBefore,
    farAhead,
    evicted,
  } = facts;
  const parts = [
    `${formatCount(alerts, "alert")} from ${formatCount(rules, "rule")}`,
    ...(ruleErrors === 0 ? [] : [formatCount(ruleErrors, "rule error")]),
    `${formatCount(read, "record")} = ${formatCount(events, "event")} + ${formatCount(duplicates, "duplicate")} + ${formatCount(skipped)} skipped + ${formatCount(rejected)} rejected`,
    ...(late === 0 ? [] : [`${formatCount(late, "event")} too late to count`]),
    ...(releasedEarly === 0
      ? []
      : [`${formatCount(releasedEarly, "event")} too many to wait for others, so put in order early`]),
    ...(farAhead === 0
      ? []
      : [`${formatCount(farAhead, "event")} from more than a day ahead of the clock rejected`]),
    ...(evicted === 0 ? [] : [`${formatCount(evicted)} groups and keys let go to make room`]),
    ...(readBefore === 0 ? [] : [`${formatCount(readBefore, "file")} read before`]),
    ...(otherFiles === 0 ? [] : [`${formatCount(otherFiles, "other file")} left alone`]),
    `${seconds.toFixed(1)} s, ${formatCount(Math.round(events / Math.max(seconds, 0.001)))} events/s`,
  ];
  return `${parts.join("; ")}\n`;
}
