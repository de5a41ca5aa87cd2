import type { Scenario } from "../scenario.ts";
import { apiKeyCreated } from "./api-key-created.ts";
import { bodiesMissing } from "./bodies-missing.ts";
import { burstThenLoggingDeleted } from "./burst-then-logging-deleted.ts";
import { cacheAbuse } from "./cache-abuse.ts";
import { costBurn } from "./cost-burn.ts";
import { credentialHarvest } from "./credential-harvest.ts";
import { directInjection } from "./direct-injection.ts";
import { enumerateThenSuccess } from "./enumerate-then-success.ts";
import { errorSpike } from "./error-spike.ts";
import { expensiveModel } from "./expensive-model.ts";
import { extraction } from "./extraction.ts";
import { foreignAccount } from "./foreign-account.ts";
import { guardrailDeletedThenContent } from "./guardrail-deleted-then-content.ts";
import { guardrailDeleted } from "./guardrail-deleted.ts";
import { guardrailEvasion } from "./guardrail-evasion.ts";
import { guardrailProbing } from "./guardrail-probing.ts";
import { guardrailRemoved } from "./guardrail-removed.ts";
import { guardrailWeakened } from "./guardrail-weakened.ts";
import { imageAbuse } from "./image-abuse.ts";
import { indirectInjection } from "./indirect-injection.ts";
import { instanceSession } from "./instance-session.ts";
import { jailbreak } from "./jailbreak.ts";
import { keyChecker } from "./key-checker.ts";
import { leakedKey } from "./leaked-key.ts";
import { loggingDeleted } from "./logging-deleted.ts";
import { loggingQuiet } from "./logging-quiet.ts";
import { loggingRedirected } from "./logging-redirected.ts";
import { longOutputs } from "./long-outputs.ts";
import { missingIdentity } from "./missing-identity.ts";
import { modelAccessEnabled } from "./model-access-enabled.ts";
import { modelEnumeration } from "./model-enumeration.ts";
import { modelImport } from "./model-import.ts";
import { offHoursBurst } from "./off-hours-burst.ts";
import { oversizedCalls } from "./oversized-calls.ts";
import { personalData } from "./personal-data.ts";
import { promptLeak } from "./prompt-leak.ts";
import { provisionedThroughput } from "./provisioned-throughput.ts";
import { refusalBurst } from "./refusal-burst.ts";
import { regionHopping } from "./region-hopping.ts";
import { requestFlood } from "./request-flood.ts";
import { resale } from "./resale.ts";
import { riskyToolCall } from "./risky-tool-call.ts";
import { rootUse } from "./root-use.ts";
import { secretInAnswer } from "./secret-in-answer.ts";
import { secretInPrompt } from "./secret-in-prompt.ts";
import { throttleStorm } from "./throttle-storm.ts";
import { tokenBurn } from "./token-burn.ts";
import { unknownPrincipal } from "./unknown-principal.ts";
import { validationBurst } from "./validation-burst.ts";

/** Every kind of attack, by name. */
export const SCENARIOS: readonly Scenario[] = [
  apiKeyCreated,
  bodiesMissing,
  burstThenLoggingDeleted,
  cacheAbuse,
  costBurn,
  credentialHarvest,
  directInjection,
  enumerateThenSuccess,
  errorSpike,
  expensiveModel,
  extraction,
  foreignAccount,
  guardrailDeletedThenContent,
  guardrailDeleted,
  guardrailEvasion,
  guardrailProbing,
  guardrailRemoved,
  guardrailWeakened,
  imageAbuse,
  indirectInjection,
  instanceSession,
  jailbreak,
  keyChecker,
  leakedKey,
  loggingDeleted,
  loggingQuiet,
  loggingRedirected,
  longOutputs,
  missingIdentity,
  modelAccessEnabled,
  modelEnumeration,
  modelImport,
  offHoursBurst,
  oversizedCalls,
  personalData,
  promptLeak,
  provisionedThroughput,
  refusalBurst,
  regionHopping,
  requestFlood,
  resale,
  riskyToolCall,
  rootUse,
  secretInAnswer,
  secretInPrompt,
  throttleStorm,
  tokenBurn,
  unknownPrincipal,
  validationBurst,
];
