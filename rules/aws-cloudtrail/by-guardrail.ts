import type { EventOf } from "caracal";
import { account } from "caracal/cloudtrail";
import { guardrailId } from "./guardrail-id.ts";

/** What is shared by all that happens to one guardrail; `""` where the request does not say which. */
export function byGuardrail(event: EventOf<"AWS.CloudTrail">): string | readonly string[] {
  const id = guardrailId(event);
  return id === "" ? "" : [account(event), event.awsRegion, id];
}
