/**
 * Rules over AWS CloudTrail: who changes how Amazon Bedrock is guarded, watched, paid for and reached.
 *
 * @module
 */
export { agentChanged } from "./agent-changed.ts";
export { apiKeyCreated } from "./api-key-created.ts";
export { apiKeyDestroys } from "./api-key-destroys.ts";
export { apiKeyUserArmed } from "./api-key-user-armed.ts";
export { apiKeyUserStrays } from "./api-key-user-strays.ts";
export { changesDenied } from "./changes-denied.ts";
export { firstListing } from "./first-listing.ts";
export { guardrailCreated } from "./guardrail-created.ts";
export { guardrailDeleted } from "./guardrail-deleted.ts";
export { guardrailTampered } from "./guardrail-tampered.ts";
export { guardrailWeakened } from "./guardrail-weakened.ts";
export { importSourceNew } from "./import-source-new.ts";
export { keyLooksAround } from "./key-looks-around.ts";
export { listingDenied } from "./listing-denied.ts";
export { loggingChanged } from "./logging-changed.ts";
export { loggingConfigured } from "./logging-configured.ts";
export { loggingDeleted } from "./logging-deleted.ts";
export { loggingNotRestored } from "./logging-not-restored.ts";
export { loggingRedirected } from "./logging-redirected.ts";
export { loggingTampered } from "./logging-tampered.ts";
export { modelAccessEnabled } from "./model-access-enabled.ts";
export { modelImported } from "./model-imported.ts";
export { roleChanges } from "./role-changes.ts";
export { standingGuardrailDeleted } from "./standing-guardrail-deleted.ts";
export { throughputBought } from "./throughput-bought.ts";
