import { type Issue, formatIssue } from "./issue.ts";

/**
 * The one error that Caracal throws on purpose: one issue or several, found together.
 *
 * @example
 * try {
 *   defineRule({ id: "<b>", logTypes: ["AWS.CloudTrail"], severity: "LOW", detect: () => true });
 * } catch (error) {
 *   if (error instanceof CaracalError) error.issues[0]?.code; // "RULE_INVALID"
 * }
 */
export class CaracalError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: Issue | readonly Issue[], options?: ErrorOptions) {
    const all = Array.isArray(issues) ? (issues as readonly Issue[]) : [issues as Issue];
    super(all.map(formatIssue).join("\n"), options);
    this.name = "CaracalError";
    this.issues = all;
  }
}
