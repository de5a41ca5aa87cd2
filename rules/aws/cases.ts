/**
 * The test cases of all rules for AWS, to test rules with that are derived from them.
 *
 * @module
 */
export * from "caracal/packs/aws-bedrock/cases";
export * from "caracal/packs/aws-cloudtrail/cases";
export { attackAnsweredCases } from "./attack-answered.cases.ts";
export { guardrailDeletedThenContentCases } from "./guardrail-deleted-then-content.cases.ts";
export { keyScoutedThenCalledCases } from "./key-scouted-then-called.cases.ts";
export { loggingDeletedAfterBurstCases } from "./logging-deleted-after-burst.cases.ts";
export { loggingDeletedAfterErrorsCases } from "./logging-deleted-after-errors.cases.ts";
export { loggingDeletedAfterFloodCases } from "./logging-deleted-after-flood.cases.ts";
export { strangerListedThenCalledCases } from "./stranger-listed-then-called.cases.ts";
export { userCalledCases } from "./user-called.cases.ts";
