import type { EventOf } from "caracal";
import { textParameter } from "caracal/cloudtrail";

/** Whether one numbered version of a guardrail is deleted, and the guardrail itself stays. */
export function isOneVersion(event: EventOf<"AWS.CloudTrail">): boolean {
  return textParameter(event, "guardrailVersion") !== "";
}
