/**
 * What rules need to know about an event of `AWS.CloudTrail`: who called, on whose account, what became of it, and with
 * which parameters. Every function takes the event and throws nothing, whatever the record holds.
 *
 * ```ts
 * import { defineRule } from "caracal";
 * import { caller, outcome, textParameter } from "caracal/cloudtrail";
 *
 * export default defineRule({
 *   id: "Example.GuardrailDeleted",
 *   logTypes: ["AWS.CloudTrail"],
 *   severity: "MEDIUM",
 *   detect: (event) => event.eventName === "DeleteGuardrail" && outcome(event) === "done",
 *   dedup: (event) => caller(event).key,
 *   alertContext: (event) => ({ guardrail: textParameter(event, "guardrailIdentifier") }),
 * });
 * ```
 *
 * @module
 */
export { account } from "./account.ts";
export { type Caller, caller } from "./caller.ts";
export { outcome } from "./outcome.ts";
export { listParameter, parameter, textParameter, textResponse } from "./parameters.ts";
export { severityBy } from "./severity-by.ts";
export { type Who, who } from "./who.ts";
