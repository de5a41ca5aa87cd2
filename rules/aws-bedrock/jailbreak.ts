import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";
import { weightOf } from "caracal/text";
import { jailbreakSigns } from "./jailbreak-signs.ts";
import { toldSigns } from "./told-signs.ts";

export const jailbreak = defineRule({
  id: "AWS.Bedrock.Jailbreak",
  displayName: "A prompt tries to free a model from its bounds",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0054", "AML.T0068"] },
  description:
    "What a user said last, or the system's text, makes the model one without rules: a known persona, a mode without filters, a world without laws; one order with a purpose, or two without within an hour. Disguises are undone first. Novelists, game makers and security teams write such texts too.",
  runbook:
    "1. See in the context which signs it were. 2. Read the prompt and the answer in the log's bucket: did the model obey? 3. Find in the application's own log which of its users wrote it. 4. If the principal calls Bedrock directly, ask its owner; if nobody knows, disable the key or revoke the sessions. 5. Set a guardrail with the PROMPT_ATTACK filter.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-prompt-attack.html",
  detect: (event) => weightOf(jailbreakSigns(event)) > 1,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  threshold: { sum: (event) => weightOf(jailbreakSigns(event)), atLeast: 3, within: "1h" },
  title: (event) => `A prompt of ${principal(event).key} tries to free a model from its bounds`,
  alertContext: (event) => toldSigns(event, jailbreakSigns(event)),
  summaryAttributes: ["modelId", "operation"],
});
