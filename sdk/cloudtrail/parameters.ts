import { at } from "../bedrock/at.ts";
import type { AwsCloudTrail } from "../event/generated/aws-cloud-trail.ts";
import type { JsonValue } from "../event/index.ts";

/**
 * What stands in a request's parameters at the end of a path of keys; `undefined` where the path breaks off.
 *
 * @example
 * parameter(event, "loggingConfig", "textDataDeliveryEnabled") === false;
 */
export function parameter(event: AwsCloudTrail, ...path: readonly string[]): JsonValue | undefined {
  return at(event.requestParameters, ...path);
}

/**
 * As {@link parameter}, where a text is there; `""` where none is.
 *
 * @example
 * textParameter(event, "userName").startsWith("BedrockAPIKey-");
 */
export function textParameter(event: AwsCloudTrail, ...path: readonly string[]): string {
  return textOf(parameter(event, ...path));
}

/**
 * As {@link parameter}, where a list is there; an empty one where none is.
 *
 * @example
 * listParameter(event, "contentPolicyConfig", "filtersConfig").length;
 */
export function listParameter(event: AwsCloudTrail, ...path: readonly string[]): readonly JsonValue[] {
  const found = parameter(event, ...path);
  return Array.isArray(found) ? found : [];
}

/**
 * A text of the answer to a request, such as the id of what was made; `""` where none is.
 *
 * @example
 * textResponse(event, "guardrailId");
 */
export function textResponse(event: AwsCloudTrail, ...path: readonly string[]): string {
  return textOf(at(event.responseElements, ...path));
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}
