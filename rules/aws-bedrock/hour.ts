import type { EventOf } from "caracal";
import { recordPlace } from "./record-place.ts";

const HOUR = 3_600_000;

/** Hours in a week. */
export const WEEK = 168;

/** An account and region in the hour of an event, or in one so many hours earlier. */
export function hour(event: EventOf<"AWS.BedrockModelInvocation">, earlier = 0): string {
  return `${recordPlace(event)} ${Math.floor(event.p_event_time.getTime() / HOUR) - earlier}`;
}
