import type { Code } from "../base/codes.ts";
import type { Issue } from "../base/issue.ts";
import type { Engine } from "../engine/engine.ts";
import { mergeSources } from "../sources/merge-sources.ts";
import type { Source } from "../sources/source.ts";
import { countDrift } from "./drift.ts";
import { type Examined, type ExaminedEvent, type ExaminingReader, textOf } from "./examine.ts";
import { countFieldIssues } from "./field-issues.ts";
import type { Ledger } from "./ledger.ts";
import type { Reject } from "./reject.ts";
import { emptyRunCounts, type RunCounts } from "./run-counts.ts";

export interface PipelineOptions {
  readonly sources: readonly Source[];
  readonly read: ExaminingReader;
  readonly engine: Engine;
  readonly ledger: Ledger;
  readonly onReject: (reject: Reject) => void;
  readonly onIssue: (issue: Issue) => void;
  readonly onProgress?: (bytes: number, counts: RunCounts) => void;
}

/** How many records of files are counted at once; those of a stream are counted as they come. */
const TURN = 256;

/** A record that has been examined, and where it is from. */
interface Arrived {
  readonly source: Source;
  readonly found: Examined;
  readonly time: number | undefined;
}

/**
 * Takes the records of all sources through order, windows and alerts, and has the alerts handed out as they close.
 * Every record is counted once: as event, duplicate, skipped or rejected.
 */
export async function runPipeline(options: PipelineOptions): Promise<RunCounts> {
  const { read, ledger, sources, onIssue } = options;
  const counts = emptyRunCounts();
  const onProgress = (bytes: number): void => options.onProgress?.(bytes, counts);
  const onEnd = (source: Source): void => ledger.end(source);
  const isLive = sources.some(({ rereadable }) => !rereadable);
  let waiting = 0;
  for await (const batch of mergeSources(sources, { read, decode: arrived, onIssue, onProgress, onEnd })) {
    for (const { source, found } of batch) {
      admit(found, source, counts, options);
      ledger.take(source, found);
    }
    waiting += batch.length;
    if (waiting < TURN && !isLive) continue;
    await ledger.turn();
    waiting = 0;
  }
  await ledger.finish();
  return counts;
}

function arrived(found: Examined, source: Source): Arrived {
  return { source, found, time: found.time };
}

function admit(found: Examined, source: Source, counts: RunCounts, options: PipelineOptions): void {
  counts.read++;
  const { line, offset, size, refusal, event } = found;
  if (size === undefined) {
    counts.skipped++;
    return;
  }
  counts.bytes += size;
  const reject = (code: Code, message: string): void =>
    options.onReject({ source: source.name, line, offset, code, message, raw: textOf(found) });
  if (refusal !== undefined) {
    counts.rejected++;
    if (refusal.code === "EVENT_FAR_AHEAD") counts.farAhead++;
    reject(refusal.code, refusal.message);
  }
  if (event === undefined) return;
  const { asked, kept = asked } = event;
  const { outcome, uncounted = [] } = options.engine.admit(asked, { size, record: kept });
  if (outcome === "duplicate") counts.duplicates++;
  else countEvent(event, counts);
  if (uncounted.length === 0) return;
  const rules = uncounted.join(", ");
  reject("MATCH_LATE", `the event came later than the allowed lateness, so it does not count for ${rules}`);
}

function countEvent({ asked, unknown, fieldIssues }: ExaminedEvent, counts: RunCounts): void {
  const { time, logType } = asked;
  counts.events++;
  counts.logTypes.set(logType, (counts.logTypes.get(logType) ?? 0) + 1);
  if (unknown !== undefined) countDrift(counts.drift, { time, logType, unknown });
  if (fieldIssues !== undefined) countFieldIssues(counts.fieldIssues, fieldIssues);
}
