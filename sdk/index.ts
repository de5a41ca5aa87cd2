/**
 * Caracal: detection rules as typed functions over security logs.
 *
 * @module
 * @example
 * import { defineRule } from "caracal";
 *
 * export default defineRule({
 *   id: "AWS.Bedrock.OpusUsed",
 *   logTypes: ["AWS.BedrockModelInvocation"],
 *   severity: "LOW",
 *   detect: (event) => event.modelId.includes("opus"),
 * });
 */

export type { Config } from "./config/config.ts";
export { defineConfig } from "./config/define-config.ts";
export { CaracalError } from "./base/caracal-error.ts";
export { type Code, CODES } from "./base/codes.ts";
export type { Duration } from "./base/duration.ts";
export type { Issue } from "./base/issue.ts";
export type { JsonArray, JsonObject, JsonValue } from "./base/json.ts";
export type { AwsBedrockModelInvocation } from "./event/generated/aws-bedrock-model-invocation.ts";
export type { AwsCloudTrail } from "./event/generated/aws-cloud-trail.ts";
export type { AnyEvent, EventOf, LogTypeName, LogTypes } from "./event/log-types.ts";
export type { FieldIssue, Indicators, SourceFile, StandardFields } from "./event/standard-fields.ts";
export type { AnyCorrelation, AnySteps, Correlation, StepSummary, StepsTold } from "./rule/correlation.ts";
export { defineCorrelation } from "./rule/define-correlation.ts";
export { defineRule } from "./rule/define-rule.ts";
export { type Derivation, derivedFrom } from "./rule/derived-from.ts";
export { extendRule } from "./rule/extend-rule.ts";
export { isBusinessTime } from "./rule/is-business-time.ts";
export { isListedPrincipal } from "./rule/is-listed-principal.ts";
export { type BusinessHours, type Organization, organization, type Price } from "./rule/organization.ts";
export type { AnyRule, Exception, Measure, MeasureOver, PerAlert, Rule } from "./rule/rule.ts";
export type { Severity } from "./rule/severity.ts";
export {
  type Absence,
  type AbsenceOptions,
  type Step,
  type StepEvent,
  type StepOptions,
  type Detection,
  step,
  without,
} from "./rule/step.ts";
export type {
  AbsenceThreshold,
  BaselineThreshold,
  CountThreshold,
  FirstSeen,
  Key,
  RatioThreshold,
  SumThreshold,
  Threshold,
  UniqueThreshold,
  Window,
} from "./rule/threshold.ts";
