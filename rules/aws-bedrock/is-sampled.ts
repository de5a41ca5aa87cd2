import type { EventOf } from "caracal";

const MINUTE = 60_000;

/**
 * Whether a record is in a sample: those of the first seconds of each minute. Rules look at it which only want to know
 * that records come, or of what kind: to follow all would cost more than most of the pack.
 *
 * @param seconds 6 for a tenth of all records, 20 for a third
 */
export function isSampled(event: EventOf<"AWS.BedrockModelInvocation">, seconds: number): boolean {
  return event.p_event_time.getTime() % MINUTE < seconds * 1000;
}
