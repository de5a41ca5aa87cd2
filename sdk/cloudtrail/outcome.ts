import { at } from "../bedrock/at.ts";
import type { AwsCloudTrail } from "../event/generated/aws-cloud-trail.ts";

/**
 * What became of a request.
 * - `done`: it succeeded.
 * - `denied`: the caller may not.
 * - `failed`: any other error.
 *
 * @example
 * outcome(event) === "done";
 */
export function outcome(event: AwsCloudTrail): "done" | "denied" | "failed" {
  const code = event.errorCode ?? at(event.responseElements, "errorCode");
  if (typeof code !== "string" || code === "") return "done";
  return DENIALS.some((word) => code.includes(word)) ? "denied" : "failed";
}

/** What the error codes of services for a lack of permission contain: `AccessDeniedException`, `Client.UnauthorizedOperation`. */
const DENIALS = ["AccessDenied", "Unauthorized", "NotAuthorized", "Forbidden"];
