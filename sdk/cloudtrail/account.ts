import type { AwsCloudTrail } from "../event/generated/aws-cloud-trail.ts";

/**
 * The account that a request acted on: the one whose trail this is, else the caller's, else `unknown`. Bedrock's
 * invocation log has it in `accountId`.
 *
 * @example
 * `${account(event)} ${event.awsRegion}`; // "111122223333 eu-central-1"
 */
export function account(event: AwsCloudTrail): string {
  return event.recipientAccountId ?? event.userIdentity?.accountId ?? "unknown";
}
