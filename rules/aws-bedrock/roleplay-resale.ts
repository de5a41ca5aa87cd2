import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";
import { weightOf } from "caracal/text";
import { roleplaySigns } from "./roleplay-signs.ts";
import { toldSigns } from "./told-signs.ts";

export const roleplayResale = defineRule({
  id: "AWS.Bedrock.RoleplayResale",
  displayName: "Access is used for role-play as resold keys are",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: {
    "MITRE ATLAS": ["AML.T0034", "AML.T0008.005", "AML.T0054"],
    "MITRE ATT&CK": ["TA0040:T1496.004"],
  },
  description:
    "A principal sent three prompts within an hour that programs for role-play write, or that ask for sexual role-play: this is what stolen access is resold for, through proxies. Applications that moderate such content, and makers of games and fiction, are known causes.",
  runbook:
    "1. Read some of the prompts in the log's bucket: many characters and languages are many customers. 2. Compare the principal's use with its past: models, tokens, hours. 3. If the principal is not made for it, disable the key or revoke the sessions, and add up what it cost.",
  detect: (event) => weightOf(roleplaySigns(event)) >= 2,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1d",
  threshold: { count: 3, within: "1h" },
  title: (event) => `Role-play as with resold keys by ${principal(event).key}`,
  alertContext: (event) => toldSigns(event, roleplaySigns(event)),
  summaryAttributes: ["modelId", "operation"],
});
