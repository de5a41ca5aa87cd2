import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";

/**
 * What kind of failure an error is.
 * - `access`: the caller may not, or its credentials or signature are no good.
 * - `validation`: the request was wrong. The caller got past access, which is what testers of stolen keys look for.
 * - `not-found`: no such model, profile or deployment for this account in this region.
 * - `throttling`: a rate or a quota of the account is used up.
 * - `server`: the model or the service failed, was not ready or took too long.
 * - `other`: any other error code.
 */
export type ErrorClass = "access" | "validation" | "not-found" | "throttling" | "server" | "other";

/** Error codes without the `Exception` at their end: of bedrock-runtime, and AWS's common errors. */
const CODES: readonly (readonly [ErrorClass, readonly string[]])[] = [
  [
    "access",
    [
      "AccessDenied",
      "ExpiredToken",
      "IncompleteSignature",
      "InvalidClientTokenId",
      "InvalidSignature",
      "MissingAuthenticationToken",
      "NotAuthorized",
      "OptInRequired",
      "RequestExpired",
      "SignatureDoesNotMatch",
      "UnauthorizedOperation",
      "UnrecognizedClient",
    ],
  ],
  [
    "validation",
    ["MalformedHttpRequest", "RequestEntityTooLarge", "Serialization", "Validation", "ValidationError"],
  ],
  ["not-found", ["ResourceNotFound"]],
  ["throttling", ["ServiceQuotaExceeded", "Throttling", "TooManyRequests"]],
  ["server", ["InternalFailure", "InternalServer", "InternalServerError", "ServiceUnavailable"]],
  ["server", ["ModelError", "ModelNotReady", "ModelStreamError", "ModelTimeout"]],
];

const CLASSES = new Map(CODES.flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const)));

/**
 * What kind of failure a call met, from `errorCode`; `undefined` for a call that met none. A guardrail that steps in
 * is no error.
 *
 * @example
 * errorClass(event); // "access" for AccessDeniedException, also as com.amazonaws.bedrock#AccessDeniedException
 */
export function errorClass(event: AwsBedrockModelInvocation): ErrorClass | undefined {
  const code: unknown = event.errorCode;
  if (typeof code !== "string" || code === "") return undefined;
  const name = code.slice(code.lastIndexOf("#") + 1);
  return CLASSES.get(name.endsWith("Exception") ? name.slice(0, -"Exception".length) : name) ?? "other";
}

/**
 * Whether a call failed for a reason on the caller's side: access, validation, not-found or throttling. Failures of
 * the service and unknown codes do not count, so that an outage looks like no attack.
 *
 * @example
 * if (isClientError(event)) return true;
 */
export function isClientError(event: AwsBedrockModelInvocation): boolean {
  const kind = errorClass(event);
  return kind !== undefined && kind !== "server" && kind !== "other";
}
