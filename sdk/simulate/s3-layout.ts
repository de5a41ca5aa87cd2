import { HOUR } from "./calendar.ts";
import { gzip, type GzipLevel } from "./gzip.ts";
import type { SimulatedRecord } from "./invocation-record.ts";
import { createRandom, type Random } from "./random.ts";

export interface S3Object {
  /** The object's key, without the bucket. */
  readonly key: string;
  readonly bytes: Uint8Array;
}

export interface S3LayoutOptions {
  /** Any 32-bit integer; it decides names, delays and order, nothing in the records. */
  readonly seed: number;
  /** Records after which an object is closed before its hour ends. Default 1000. */
  readonly maxRecords?: number;
  /** gzip level, 0 to 9. Default 6. */
  readonly level?: GzipLevel;
}

/** Before a full hour the writer closes its object this early, so that it arrives under the hour's own prefix. */
const HOUR_MARGIN = 330_000;
/** Milliseconds between an object's last event and its delivery. */
const DELAY = [20_000, 300_000] as const;
/** Lines of one object stand up to this many milliseconds out of order. */
const DISORDER = 4_000;
/** Share of the records that are delivered a second time, in the next object. */
const REPEATED = 0.003;

/** The object that is being filled for one account and region. */
interface Batch {
  readonly prefix: string;
  readonly records: SimulatedRecord[];
  /** The first moment that belongs to the next object. */
  until: number;
}

/**
 * Lays records, given in time order, out as the S3 objects that Bedrock delivers: gzipped lines under
 * `AWSLogs/ACCOUNT/BedrockModelInvocationLogs/REGION/YYYY/MM/DD/HH/`, bodies under `data/` beside them, and the
 * empty object with which Bedrock checks once per account and region that it may write.
 */
export function* s3Layout(records: Iterable<SimulatedRecord>, options: S3LayoutOptions): Generator<S3Object> {
  const { seed, maxRecords = 1_000, level = 6 } = options;
  const random = createRandom(seed);
  const batches = new Map<string, Batch>();
  for (const simulated of records) {
    const { accountId, region } = simulated.record;
    const prefix = `AWSLogs/${accountId}/BedrockModelInvocationLogs/${region}`;
    let batch = batches.get(prefix);
    if (!batch) {
      batch = { prefix, records: [], until: closingTime(simulated.time) };
      batches.set(prefix, batch);
      yield { key: `${prefix}/amazon-bedrock-logs-permission-check`, bytes: new Uint8Array() };
    }
    if (simulated.time >= batch.until || batch.records.length >= maxRecords) {
      yield close(batch, simulated.time, random, level);
    }
    batch.records.push(simulated);
    for (const { key, body } of simulated.sidecars ?? []) {
      yield { key, bytes: gzip(JSON.stringify(body), level) };
    }
  }
  for (const batch of batches.values()) {
    if (batch.records.length > 0) yield close(batch, batch.until, random, level);
  }
}

/** The next moment, a margin before a full hour, at which an object is closed. */
const closingTime = (time: number): number =>
  Math.floor((time + HOUR_MARGIN) / HOUR) * HOUR + HOUR - HOUR_MARGIN;

/** Empties the batch into an object; a few of its last records stay behind to be delivered again. */
function close(batch: Batch, time: number, random: Random, level: GzipLevel): S3Object {
  const records = batch.records.splice(0);
  const expected = records.length * REPEATED;
  const repeated = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
  const last = records.at(-1)?.time ?? time;
  batch.until = closingTime(time);
  if (repeated > 0 && time - last < HOUR_MARGIN) batch.records.push(...records.slice(-repeated));

  const lines = records
    .map(({ time: at, record }) => ({ at: at + random.int(0, DISORDER), record }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ record }) => `${JSON.stringify(record)}\n`);
  return {
    key: objectKey(batch.prefix, last + random.int(...DELAY), random),
    bytes: gzip(lines.join(""), level),
  };
}

function objectKey(prefix: string, delivered: number, random: Random): string {
  const stamp = new Date(delivered).toISOString();
  const hour = stamp.slice(0, 13).replaceAll(/[-T]/g, "/");
  return `${prefix}/${hour}/${stamp.replaceAll(/[-:.]/g, "")}_${random.hex(16)}.json.gz`;
}
