/**
 * The test cases of the rules over AWS CloudTrail, to test rules with that are derived from them.
 *
 * @module
 */
export { agentChangedCases } from "./agent-changed.cases.ts";
export { apiKeyCreatedCases } from "./api-key-created.cases.ts";
export { apiKeyDestroysCases } from "./api-key-destroys.cases.ts";
export { apiKeyUserArmedCases } from "./api-key-user-armed.cases.ts";
export { apiKeyUserStraysCases } from "./api-key-user-strays.cases.ts";
export { changesDeniedCases } from "./changes-denied.cases.ts";
export { firstListingCases } from "./first-listing.cases.ts";
export { guardrailCreatedCases } from "./guardrail-created.cases.ts";
export { guardrailDeletedCases } from "./guardrail-deleted.cases.ts";
export { guardrailTamperedCases } from "./guardrail-tampered.cases.ts";
export { guardrailWeakenedCases } from "./guardrail-weakened.cases.ts";
export { importSourceNewCases } from "./import-source-new.cases.ts";
export { keyLooksAroundCases } from "./key-looks-around.cases.ts";
export { listingDeniedCases } from "./listing-denied.cases.ts";
export { loggingChangedCases } from "./logging-changed.cases.ts";
export { loggingConfiguredCases } from "./logging-configured.cases.ts";
export { loggingDeletedCases } from "./logging-deleted.cases.ts";
export { loggingNotRestoredCases } from "./logging-not-restored.cases.ts";
export { loggingRedirectedCases } from "./logging-redirected.cases.ts";
export { loggingTamperedCases } from "./logging-tampered.cases.ts";
export { modelAccessEnabledCases } from "./model-access-enabled.cases.ts";
export { modelImportedCases } from "./model-imported.cases.ts";
export { roleChangesCases } from "./role-changes.cases.ts";
export { standingGuardrailDeletedCases } from "./standing-guardrail-deleted.cases.ts";
export { throughputBoughtCases } from "./throughput-bought.cases.ts";
