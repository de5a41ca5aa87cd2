import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { errorClass } from "./error-class.ts";

/**
 * Whether a call failed because of what the caller asked: something it may not have, does not exist or is wrong. Unlike
 * `isClientError` it leaves throttling out: who is slowed down tries again many times, and that says nothing of what it
 * wants.
 *
 * @example
 * detect: isOwnFault
 */
export function isOwnFault(event: AwsBedrockModelInvocation): boolean {
  const kind = errorClass(event);
  return kind === "access" || kind === "validation" || kind === "not-found";
}
