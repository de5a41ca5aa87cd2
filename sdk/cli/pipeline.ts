import type { Code } from "../base/codes.ts";
import type { Issue } from "../base/issue.ts";
import type { JsonObject } from "../base/json.ts";
import type { Alert } from "../engine/alert.ts";
import type { Engine, Origin } from "../engine/engine.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { Decoded, RecordDecoder } from "../event/record-decoder.ts";
import type { SourceFile } from "../event/standard-fields.ts";
import { mergeSources } from "../sources/merge-sources.ts";
import type { RawRecord } from "../sources/raw-record.ts";
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
  /** The file, as its events name it. */
  readonly file?: SourceFile;
  readonly source: Source;
  readonly record: RawRecord;
  readonly decoded?: Decoded;
}

/** How many records of files are counted at once; those of a stream are counted as they come. */
const TURN = 1_024;

/**
 * Takes the records of all sources through decoding, order and rules, and hands out alerts as they close. Every
 * record is counted once: as event, duplicate, skipped or rejected.
 */
export async function runPipeline(options: PipelineOptions): Promise<RunCounts> {
  const { engine, sources, onAlerts, onIssue } = options;
  const counts = emptyRunCounts();
  const decode = decoderOf(options.decode);
  const onProgress = (bytes: number): void => options.onProgress?.(bytes, counts);
  const isLive = sources.some(({ rereadable }) => !rereadable);
  let waiting = 0;
  for await (const batch of mergeSources(sources, { decode, onIssue, onProgress })) {
    for (const arrived of batch) admit(arrived, counts, options);
    waiting += batch.length;
    if (waiting < TURN && !isLive) continue;
    await hand(await engine.turn(), onAlerts);
    waiting = 0;
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
    return { source, file, record, decoded, time: decoded.event.p_event_time.getTime() };
  };
}

function admit(arrived: Arrived, counts: RunCounts, options: PipelineOptions): void {
  const { source, record, decoded } = arrived;
  counts.read++;
  if (record.kind === "skipped" || isOutside(arrived, options)) {
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
    const { code, message } = record.kind === "rejected" ? record : (decoded as Refused);
    reject(code, message);
    return;
  }
  const { event, unknown } = decoded;
  const { outcome, uncounted = [] } = options.engine.push(
    event,
    originOf(event, raw, size, arrived, options.decode),
  );
  if (outcome === "duplicate") {
    counts.duplicates++;
    return;
  }
  counts.events++;
  count(counts.logTypes, event.p_log_type);
  for (const path of unknown) count(counts.drift, path);
  if (uncounted.length === 0) return;
  const rules = uncounted.join(", ");
  reject("MATCH_LATE", `the event came later than the allowed lateness, so it does not count for ${rules}`);
}

type Refused = Exclude<Decoded, { event: object }>;

/** The way back from a record to its event. As a text a record takes a tenth of the room. */
function originOf(
  event: AnyEvent,
  raw: string,
  size: number,
  { file }: Arrived,
  decode: RecordDecoder,
): Origin {
  const { p_event_time, p_parse_time } = event;
  return {
    size,
    event() {
      const again = decode(JSON.parse(raw) as JsonObject, file).event;
      if (again === undefined) throw new Error("a record that made an event makes none any more");
      return { ...again, p_event_time, p_parse_time };
    },
  };
}

function isOutside({ time }: Arrived, { from, to }: PipelineOptions): boolean {
  return time !== undefined && ((from !== undefined && time < from) || (to !== undefined && time >= to));
}

/** Keys come from the log, so there is a limit to them. */
const MOST_KEYS = 1_000;

function count(counts: Map<string, number>, key: string): void {
  const known = counts.has(key) || counts.size < MOST_KEYS ? key : "(others)";
  counts.set(known, (counts.get(known) ?? 0) + 1);
}
