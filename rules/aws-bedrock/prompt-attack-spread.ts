import { defineRule } from "caracal";
import { principal, readings } from "caracal/bedrock";
import { weightOf } from "caracal/text";
import { jailbreakSigns } from "./jailbreak-signs.ts";
import { toldSigns } from "./told-signs.ts";

export const promptAttackSpread = defineRule({
  id: "AWS.Bedrock.PromptAttackSpread",
  displayName: "Several principals try injections or jailbreaks",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0051.000", "AML.T0054"] },
  description:
    "Within two hours three principals of an account sent prompts with an order to leave instructions or bounds: somebody spreads tries over several identities so that none stands out. A training of the staff is a known cause.",
  runbook:
    "1. See in the alert's entities which principals they are, and what they have in common. 2. Read the prompts in the log's bucket. 3. Disable the keys or revoke the sessions of those that nobody can explain.",
  detect: (event) =>
    weightOf(readings(event).lastTurn.injections) >= 2 || weightOf(jailbreakSigns(event)) >= 2,
  dedup: (event) => event.accountId,
  dedupPeriod: "2h",
  threshold: { unique: (event) => principal(event).key, atLeast: 3, within: "2h" },
  title: (event) => `Several principals of account ${event.accountId} try injections or jailbreaks`,
  alertContext: (event, window) => ({
    ...toldSigns(event, [...readings(event).lastTurn.injections, ...jailbreakSigns(event)]),
    principals: window.value,
  }),
});
