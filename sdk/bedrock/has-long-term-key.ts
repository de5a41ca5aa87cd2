import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { principal } from "./principal.ts";

/**
 * Whether the caller's credentials come from a key that does not expire by itself: an IAM user, a Bedrock API key, or a
 * federated session that a user has handed out. Such keys are what leaks and is sold.
 *
 * @example
 * hasLongTermKey(event) ? "HIGH" : "LOW";
 */
export function hasLongTermKey(event: AwsBedrockModelInvocation): boolean {
  const { kind } = principal(event);
  return kind === "user" || kind === "federated-user";
}
