/**
 * All rules over Amazon Bedrock's model invocation log and over AWS CloudTrail, and those that need both.
 *
 * @module
 */
export * from "caracal/packs/aws-bedrock";
export * from "caracal/packs/aws-cloudtrail";
export { attackAnswered } from "./attack-answered.ts";
export { guardrailDeletedThenContent } from "./guardrail-deleted-then-content.ts";
export { keyScoutedThenCalled } from "./key-scouted-then-called.ts";
export { loggingDeletedAfterBurst } from "./logging-deleted-after-burst.ts";
export { loggingDeletedAfterErrors } from "./logging-deleted-after-errors.ts";
export { loggingDeletedAfterFlood } from "./logging-deleted-after-flood.ts";
export { strangerListedThenCalled } from "./stranger-listed-then-called.ts";
export { userCalled } from "./user-called.ts";
