import { HOUR } from "./calendar.ts";
import type { TrailRecord } from "./control-plane/trail-event.ts";
import { trailLayout } from "./control-plane/trail-layout.ts";
import { type S3Object, s3Layout } from "./s3-layout.ts";
import type { SimulatedRecord } from "./invocation-record.ts";
import type { LifeRecord } from "./life-record.ts";

/**
 * Lays records of both logs, given in time order, out as the S3 objects that AWS delivers. No more than the hour
 * that is being filled is kept.
 *
 * @param seed any 32-bit integer; it decides names, delays, order and what is delivered twice
 */
export function* lifeLayout(records: Iterable<LifeRecord>, seed: number): Generator<S3Object> {
  const hours = new Map<number, TrailRecord[]>();
  let now = Number.NEGATIVE_INFINITY;
  function* invocations(): Generator<SimulatedRecord> {
    for (const one of records) {
      now = one.time;
      if (one.kind === "invocation") yield one;
      else keep(hours, one.time, one.record as TrailRecord);
    }
    now = Number.POSITIVE_INFINITY;
  }
  function* trail(): Generator<S3Object> {
    for (const [hour, kept] of hours) {
      if (hour + HOUR > now) return;
      hours.delete(hour);
      yield* trailLayout(kept, seed ^ (hour / HOUR));
    }
  }
  // The fastest compression: half of the time goes into it.
  for (const object of s3Layout(invocations(), { seed, level: 1 })) {
    yield object;
    yield* trail();
  }
  now = Number.POSITIVE_INFINITY;
  yield* trail();
}

function keep(hours: Map<number, TrailRecord[]>, time: number, record: TrailRecord): void {
  const hour = Math.floor(time / HOUR) * HOUR;
  const kept = hours.get(hour);
  if (kept) kept.push(record);
  else hours.set(hour, [record]);
}
