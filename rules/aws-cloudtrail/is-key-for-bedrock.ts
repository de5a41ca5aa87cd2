import type { EventOf } from "caracal";
import { textParameter } from "caracal/cloudtrail";
import { isApiKeyUser } from "./is-api-key-user.ts";

/** Whether a request makes a long-term API key for Amazon Bedrock, or the user that is to have it. */
export function isKeyForBedrock(event: EventOf<"AWS.CloudTrail">): boolean {
  if (event.eventSource !== "iam.amazonaws.com") return false;
  return (
    (event.eventName === "CreateServiceSpecificCredential" &&
      textParameter(event, "serviceName") === "bedrock.amazonaws.com") ||
    (event.eventName === "CreateUser" && isApiKeyUser(textParameter(event, "userName")))
  );
}
