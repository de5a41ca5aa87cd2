import type { Code } from "../base/codes.ts";
import type { Issue } from "../base/issue.ts";
import type { Engine } from "../engine/engine.ts";
import { mergeSources } from "../sources/merge-sources.ts";
import type { BrokenRecord } from "../sources/raw-record.ts";
import type { Source } from "../sources/source.ts";
import { countDrift } from "./drift.ts";
import { countFieldIssues } from "./field-issues.ts";
import type { Ledger } from "./ledger.ts";
import type { Arrived, SourceDecoder } from "./source-decoder.ts";
import type { Reject } from "./reject.ts";
import { emptyRunCounts, type RunCounts } from "./run-counts.ts";

export interface PipelineOptions {
  readonly sources: readonly Source[];
  readonly decoder: SourceDecoder;
  readonly engine: Engine;
  readonly ledger: Ledger;
  /** Skip events before this, in milliseconds since 1970. */
  readonly from?: number;
  /** Skip events from this on. */
  readonly to?: number;
  readonly onReject: (reject: Reject) => void;
  readonly onIssue: (issue: Issue) => void;
  readonly onProgress?: (bytes: number, counts: RunCounts) => void;
}

/** How many records of files are counted at once; those of a stream are counted as they come. */
const TURN = 1_024;

/**
 * Takes the records of all sources through decoding, order and rules, and has the alerts handed out as they close.
 * Every record is counted once: as event, duplicate, skipped or rejected.
 */
export async function runPipeline(options: PipelineOptions): Promise<RunCounts> {
  const { decoder, ledger, sources, onIssue } = options;
  const counts = emptyRunCounts();
  const onProgress = (bytes: number): void => options.onProgress?.(bytes, counts);
  const onEnd = (source: Source): void => ledger.end(source);
  const isLive = sources.some(({ rereadable }) => !rereadable);
  let waiting = 0;
  for await (const batch of mergeSources(sources, { decode: decoder, onIssue, onProgress, onEnd })) {
    for (const arrived of batch) {
      admit(arrived, counts, options);
      ledger.take(arrived.source, arrived.record);
    }
    waiting += batch.length;
    if (waiting < TURN && !isLive) continue;
    await ledger.turn();
    waiting = 0;
  }
  await ledger.finish();
  return counts;
}

function admit(arrived: Arrived, counts: RunCounts, options: PipelineOptions): void {
  const { source, record, decoded } = arrived;
  counts.read++;
  if (record.kind === "skipped" || arrived.isSkipped || isOutside(arrived, options)) {
    counts.skipped++;
    return;
  }
  const { line, offset, raw } = record;
  const size = Buffer.byteLength(raw);
  counts.bytes += size;
  const reject = (code: Code, message: string): void =>
    options.onReject({ source: source.name, line, offset, code, message, raw });
  if (decoded?.event === undefined) {
    counts.rejected++;
    const { code, message } = decoded ?? (record as BrokenRecord);
    if (code === "EVENT_FAR_AHEAD") counts.farAhead++;
    reject(code, message);
    return;
  }
  const { outcome, uncounted = [] } = options.engine.push(decoded.event, {
    size,
    record: arrived.kept ?? decoded.event,
  });
  if (outcome === "duplicate") {
    counts.duplicates++;
    return;
  }
  counts.events++;
  counts.logTypes.set(decoded.event.p_log_type, (counts.logTypes.get(decoded.event.p_log_type) ?? 0) + 1);
  if (decoded.unknown.size > 0) countDrift(counts.drift, decoded);
  countFieldIssues(counts.fieldIssues, decoded.event);
  if (uncounted.length === 0) return;
  const rules = uncounted.join(", ");
  reject("MATCH_LATE", `the event came later than the allowed lateness, so it does not count for ${rules}`);
}

function isOutside({ time }: Arrived, { from, to }: PipelineOptions): boolean {
  return time !== undefined && ((from !== undefined && time < from) || (to !== undefined && time >= to));
}
