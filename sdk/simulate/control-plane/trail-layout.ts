import { HOUR } from "../calendar.ts";
import { gzip } from "../gzip.ts";
import { createRandom, type Random } from "../random.ts";
import type { S3Object } from "../s3-layout.ts";
import type { TrailRecord } from "./trail-event.ts";

/** Milliseconds between an object's last event and its delivery. */
const DELAY = [120_000, 290_000] as const;
/** Records of one object stand up to this many milliseconds out of order. */
const DISORDER = 240_000;
/** Share of the records that are delivered twice. */
const REPEATED = 0.004;

/**
 * Lays records, given in time order, out as the S3 objects that CloudTrail delivers: one gzipped line of
 * `{"Records":[…]}` under `AWSLogs/ACCOUNT/CloudTrail/REGION/YYYY/MM/DD/`, here one for each hour.
 *
 * @param seed any 32-bit integer; it decides names, delays and order, nothing in the records
 */
export function* trailLayout(records: readonly TrailRecord[], seed: number): Generator<S3Object> {
  const random = createRandom(seed);
  const batches = Map.groupBy(
    records.flatMap((record) => (random.chance(REPEATED) ? [record, record] : [record])),
    (record) =>
      `${record.recipientAccountId} ${record.awsRegion} ${Math.floor(Date.parse(record.eventTime) / HOUR)}`,
  );
  for (const batch of batches.values()) yield objectOf(batch, random);
}

function objectOf(batch: readonly TrailRecord[], random: Random): S3Object {
  const { recipientAccountId: account = "", awsRegion: region = "", eventTime = "" } = batch.at(-1) ?? {};
  const delivered = new Date(Date.parse(eventTime) + random.int(...DELAY)).toISOString();
  const stamp = `${delivered.slice(0, 16).replaceAll(/[-:]/g, "")}Z`;
  const folder = `AWSLogs/${account}/CloudTrail/${region}/${delivered.slice(0, 10).replaceAll("-", "/")}`;
  const Records = batch
    .map((record) => ({ record, at: Date.parse(record.eventTime) + random.int(0, DISORDER) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ record }) => record);
  return {
    key: `${folder}/${account}_CloudTrail_${region}_${stamp}_${random.hex(16)}.json.gz`,
    bytes: gzip(JSON.stringify({ Records }), 9),
  };
}
