import type { EventOf } from "caracal";

/** Where a record was written: logging is set up for each account and region by itself. */
export function recordPlace(event: EventOf<"AWS.BedrockModelInvocation">): string {
  return `${event.accountId} ${event.region}`;
}
