import type { EngineCounts } from "../engine/engine-counts.ts";
import { driftReport } from "./drift.ts";
import { fieldIssueReport } from "./field-issues.ts";
import type { RunCounts } from "./run-counts.ts";

/** Everything that a run counted, as `--stats` writes it. */
export function runStats(run: RunCounts, engine: EngineCounts, seconds: number): object {
  return {
    read: run.read,
    events: run.events,
    duplicates: run.duplicates,
    skipped: run.skipped,
    rejected: run.rejected,
    late: engine.late,
    matches: engine.matches,
    signals: engine.signals,
    alerts: engine.alerts,
    ruleErrors: engine.ruleErrors,
    bytes: run.bytes,
    seconds: round(seconds),
    eventsPerSecond: Math.round(run.events / Math.max(seconds, 0.001)),
    logTypes: Object.fromEntries(run.logTypes),
    rules: Object.fromEntries(
      Object.entries(engine.rules).map(([id, counts]) => [
        id,
        { ...counts, milliseconds: round(counts.milliseconds) },
      ]),
    ),
    drift: Object.fromEntries(driftReport(run.drift).map(({ path, ...entry }) => [path, entry])),
    fieldIssues: fieldIssueReport(run.fieldIssues),
    releasedEarly: engine.releasedEarly,
    forgottenRows: engine.forgottenRows,
    evicted: engine.evicted,
    unreadable: engine.unreadable,
    farAhead: run.farAhead,
  };
}

function round(number: number): number {
  return Math.round(number * 1_000) / 1_000;
}
