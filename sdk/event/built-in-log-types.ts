import { awsBedrockModelInvocation } from "./generated/aws-bedrock-model-invocation.ts";
import { awsCloudTrail } from "./generated/aws-cloud-trail.ts";
import type { LogType } from "./log-type.ts";

/** The log types that come with Caracal. */
export const BUILT_IN_LOG_TYPES: readonly LogType[] = [awsBedrockModelInvocation, awsCloudTrail];
