import type { EventOf } from "caracal";
import { isBedrock } from "./is-bedrock.ts";

/** Which models there are, whether they can be called, and whether somebody would see it. */
const ACTIONS = new Set([
  "GetFoundationModelAvailability",
  "GetModelInvocationLoggingConfiguration",
  "GetUseCaseForModelAccess",
  "ListCustomModels",
  "ListFoundationModelAgreementOffers",
  "ListFoundationModels",
  "ListGuardrails",
  "ListImportedModels",
  "ListInferenceProfiles",
  "ListProvisionedModelThroughputs",
]);

/** Whether a request looks around in Amazon Bedrock. */
export function isListing(event: EventOf<"AWS.CloudTrail">): boolean {
  return isBedrock(event) && ACTIONS.has(event.eventName);
}
