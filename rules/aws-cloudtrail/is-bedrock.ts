import type { EventOf } from "caracal";

/** Whether a request was made to Amazon Bedrock. */
export function isBedrock(event: EventOf<"AWS.CloudTrail">): boolean {
  return event.eventSource === "bedrock.amazonaws.com";
}
