import type { EventOf } from "caracal";
import { errorClass, isOwnFault, principal } from "caracal/bedrock";

/**
 * Whether a failed call could be somebody finding out what a key is good for. A person's invalid requests are not:
 * each model refuses other parameters, and whoever tries models out meets that.
 *
 * @example
 * detect: isProbe
 */
export function isProbe(event: EventOf<"AWS.BedrockModelInvocation">): boolean {
  return isOwnFault(event) && !(errorClass(event) === "validation" && principal(event).kind === "sso-user");
}
