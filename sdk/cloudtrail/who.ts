import type { AwsCloudTrail } from "../event/generated/aws-cloud-trail.ts";
import { caller } from "./caller.ts";

/**
 * Who acts, as far as it matters to how unusual a change of configuration is.
 * - `key`: the root user, or somebody with a long-term key or a Bedrock API key. Keys leak.
 * - `person`: somebody who signed in, or whom nobody can tell.
 * - `machine`: a role of software, or a service that acts for somebody, as CloudFormation does: deployments.
 */
export type Who = "key" | "person" | "machine";

/**
 * Who acts: a long-term key, a person, or software. A role is a person's where the session comes from the console or
 * is named after a mail address.
 *
 * @example
 * event.eventName === "DeleteGuardrail" && who(event) === "person";
 */
export function who(event: AwsCloudTrail): Who {
  const { kind, credentials, session = "", via } = caller(event);
  if (kind === "root" || credentials === "api-key") return "key";
  if (via !== undefined) return "machine";
  if (kind === "user") return credentials === "console" ? "person" : "key";
  const isPerson = kind !== "role" || credentials === "console" || session.includes("@");
  return isPerson ? "person" : "machine";
}
