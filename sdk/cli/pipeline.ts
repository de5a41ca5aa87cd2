import type { Code } from "../base/codes.ts";
import type { Issue } from "../base/issue.ts";
import type { Alert } from "../engine/alert.ts";
import type { Engine } from "../engine/engine.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { Decoded, RecordDecoder } from "../event/record-decoder.ts";
import type { SourceFile } from "../event/standard-fields.ts";
import { mergeSources } from "../sources/merge-sources.ts";
import type { BrokenRecord, RawRecord } from "../sources/raw-record.ts";
import type { Source } from "../sources/source.ts";
import type { Reject } from "./reject.ts";
import { emptyRunCounts, type RunCounts } from "./run-counts.ts";

export interface PipelineOptions {
  readonly sources: readonly Source[];
  readonly decode: RecordDecoder;
  readonly engine: Engine;
  /** Skip events before this, in milliseconds since 1970. */
  readonly from?: number;
  /** Skip events from this on. */
  readonly to?: number;
  readonly onAlerts: (alerts: readonly Alert[]) => void | Promise<void>;
  readonly onReject: (reject: Reject) => void;
  readonly onIssue: (issue: Issue) => void;
  readonly onProgress?: (bytes: number, counts: RunCounts) => void;
}

/** A record with what decoding made of it; what was skipped or broken was not decoded. */
interface Arrived {
  readonly time?: number;
  readonly source: Source;
  readonly record: RawRecord;
  readonly decoded?: Decoded;
}

/**
 * Takes the records of all sources through decoding, order and rules, and hands out alerts as they close. Every
 * record is counted once: as event, duplicate, skipped or rejected.
 */
export async function runPipeline(options: PipelineOptions): Promise<RunCounts> {
  const { engine, sources, onAlerts, onIssue } = options;
  const counts = emptyRunCounts();
  const decode = decoderOf(options.decode);
  const onProgress = (bytes: number): void => options.onProgress?.(bytes, counts);
  for await (const batch of mergeSources(sources, { decode, onIssue, onProgress })) {
    for (const arrived of batch) admit(arrived, counts, options);
    await hand(await engine.turn(), onAlerts);
  }
  await hand(await engine.finish(), onAlerts);
  return counts;
}

async function hand(alerts: readonly Alert[], onAlerts: PipelineOptions["onAlerts"]): Promise<void> {
  if (alerts.length > 0) await onAlerts(alerts);
}

function decoderOf(decode: RecordDecoder): (record: RawRecord, source: Source) => Arrived {
  const files = new Map<Source, SourceFile>();
  return (record, source) => {
    if (record.kind !== "record") return { source, record };
    const file = files.get(source) ?? { path: source.name };
    files.set(source, file);
    const decoded = decode(record.value, file);
    if (decoded.event === undefined) return { source, record, decoded };
    return { source, record, decoded, time: decoded.event.p_event_time.getTime() };
  };
}

function admit(arrived: Arrived, counts: RunCounts, options: PipelineOptions): void {
  const { source, record, decoded } = arrived;
  counts.read++;
  if (record.kind === "skipped" || isOutside(arrived, options)) {
    counts.skipped++;
    return;
  }
  counts.bytes += record.raw.length;
  const { line, offset, raw } = record;
  const reject = (code: Code, message: string): void => options.onReject({ source: source.name, line, offset, code, message, raw });
  if (decoded?.event !== undefined) {
    admitEvent(decoded.event, decoded.unknown, raw.length, { counts, engine: options.engine, reject });
    return;
  }
  counts.rejected++;
  const { code, message } = record.kind === "rejected" || decoded === undefined ? (record as BrokenRecord) : decoded;
  reject(code, message);
}

interface Admitting {
  readonly counts: RunCounts;
  readonly engine: Engine;
  readonly reject: (code: Code, message: string) => void;
}

function admitEvent(event: AnyEvent, unknown: readonly string[], size: number, { counts, engine, reject }: Admitting): void {
  const { outcome, uncounted = [] } = engine.push(event, size);
  if (outcome === "duplicate") {
    counts.duplicates++;
    return;
  }
  counts.events++;
  count(counts.logTypes, event.p_log_type);
  for (const path of unknown) count(counts.drift, path);
  if (uncounted.length === 0) return;
  reject("MATCH_LATE", `the event came later than the allowed lateness, so it does not count for ${uncounted.join(", ")}`);
}

function isOutside({ time }: Arrived, { from, to }: PipelineOptions): boolean {
  return time !== undefined && ((from !== undefined && time < from) || (to !== undefined && time >= to));
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
