import type { AwsCloudTrail } from "../event/generated/aws-cloud-trail.ts";
import type { Severity } from "../rule/severity.ts";
import { outcome } from "./outcome.ts";
import { type Who, who } from "./who.ts";

/**
 * A severity by who acts, one level less for an attempt that failed.
 *
 * @example
 * defineRule({
 *   id: "Example.GuardrailDeleted",
 *   logTypes: ["AWS.CloudTrail"],
 *   severity: severityBy({ key: "HIGH", person: "MEDIUM", machine: "LOW" }),
 *   defaultSeverity: "MEDIUM",
 *   detect: (event) => event.eventName === "DeleteGuardrail",
 * });
 */
export function severityBy(levels: Readonly<Record<Who, Severity>>): (event: AwsCloudTrail) => Severity {
  return (event) => (outcome(event) === "done" ? levels[who(event)] : LOWER[levels[who(event)]]);
}

const LOWER: Readonly<Record<Severity, Severity>> = {
  CRITICAL: "HIGH",
  HIGH: "MEDIUM",
  MEDIUM: "LOW",
  LOW: "INFO",
  INFO: "INFO",
};
