import { at } from "../bedrock/at.ts";
import { type Principal, principalOf } from "../bedrock/principal.ts";
import type { AwsCloudTrail } from "../event/generated/aws-cloud-trail.ts";

/** Who made a request, as far as the log says. */
export interface Caller extends Omit<Principal, "kind"> {
  /** As `principal(event).kind` of `caracal/bedrock`; `service` is a service of AWS that acts for itself. */
  readonly kind: Principal["kind"] | "service";
  /**
   * - `long-term`: an access key that stays until somebody deletes it.
   * - `api-key`: a Bedrock API key, sent as a bearer token.
   * - `console`: a session of AWS's console.
   * - `temporary`: any other session.
   * - `unknown`: the record does not tell.
   */
  readonly credentials: "long-term" | "api-key" | "console" | "temporary" | "unknown";
  /** The service through which the request came, such as `cloudformation.amazonaws.com`. AWS sets it, not the caller. */
  readonly via: string | undefined;
}

/**
 * Who made a request, from `userIdentity`. The key is that of `principal(event)` of `caracal/bedrock`, so that the calls
 * of a principal and what it changes can be put together. A service that acts for itself has its name as the key.
 *
 * @example
 * caller(event).key; // "111122223333:role/deployment"
 */
export function caller(event: AwsCloudTrail): Caller {
  const identity = event.userIdentity;
  const via = textOf(identity?.invokedBy);
  const named = principalOf(identity?.arn, identity?.accountId ?? event.recipientAccountId);
  const credentials = credentialsOf(event);
  if (named.kind !== "unknown" || via === undefined) return { ...named, credentials, via };
  return { ...named, kind: "service", key: via, name: via, credentials, via };
}

function credentialsOf(event: AwsCloudTrail): Caller["credentials"] {
  if (at(event.additionalEventData, "callWithBearerToken") === true) return "api-key";
  if (event.sessionCredentialFromConsole === true) return "console";
  const accessKey = textOf(event.userIdentity?.accessKeyId) ?? "";
  if (accessKey.startsWith("AKIA")) return "long-term";
  return accessKey.startsWith("ASIA") ? "temporary" : "unknown";
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
