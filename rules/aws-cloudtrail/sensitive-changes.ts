import type { EventOf } from "caracal";
import { isBedrock } from "./is-bedrock.ts";
import { isKeyForBedrock } from "./is-key-for-bedrock.ts";

/** Actions that blind a defender, let more be used, or let somebody stay. */
const ACTIONS = new Set([
  "CreateFoundationModelAgreement",
  "CreateModelImportJob",
  "CreateProvisionedModelThroughput",
  "DeleteGuardrail",
  "DeleteModelInvocationLoggingConfiguration",
  "PutFoundationModelEntitlement",
  "PutModelInvocationLoggingConfiguration",
  "PutUseCaseForModelAccess",
  "UpdateGuardrail",
]);

/** Whether a request changes how Amazon Bedrock is guarded, watched, paid for or reached. */
export function isSensitiveChange(event: EventOf<"AWS.CloudTrail">): boolean {
  return (isBedrock(event) && ACTIONS.has(event.eventName)) || isKeyForBedrock(event);
}
