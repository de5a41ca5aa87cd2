import type { EventOf } from "caracal";
import { textParameter, textResponse } from "caracal/cloudtrail";

/** Which guardrail a request is about, by its id, however the request names it; `""` where it does not. */
export function guardrailId(event: EventOf<"AWS.CloudTrail">): string {
  const named = textParameter(event, "guardrailIdentifier") || textResponse(event, "guardrailId");
  return named.slice(named.lastIndexOf("/") + 1);
}
