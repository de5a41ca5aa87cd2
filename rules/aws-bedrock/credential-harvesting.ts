import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";
import { weightOf } from "caracal/text";
import { harvestingSigns } from "./harvesting-signs.ts";
import { toldSigns } from "./told-signs.ts";

export const credentialHarvesting = defineRule({
  id: "AWS.Bedrock.CredentialHarvesting",
  displayName: "A prompt asks for the credentials of a machine or cloud",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: {
    "MITRE ATLAS": ["AML.T0098", "AML.T0055", "AML.T0083"],
    "MITRE ATT&CK": ["TA0006:T1552.005", "TA0006:T1552.001"],
  },
  description:
    "What a user said last, or what a tool brought, wants the credentials of the machine or role that the model works on: the address of instance metadata, also disguised as a number, a file of credentials, the environment; one order that leaves no doubt, or two within an hour. Engineers who write about metadata and runbooks name the same addresses, and are told from orders, but not always.",
  runbook:
    "1. See in the context which signs it were, and read the prompt and the answer in the log's bucket. 2. See whether a tool fetched it: look at the tool calls and results that follow. 3. If it did, revoke the role's sessions and replace the keys. 4. Require IMDSv2 with a hop limit of 1 where agents run.",
  reference: "https://attack.mitre.org/techniques/T1552/005/",
  detect: (event) => weightOf(harvestingSigns(event)) > 1,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  threshold: { sum: (event) => weightOf(harvestingSigns(event)), atLeast: 3, within: "1h" },
  title: (event) => `A prompt of ${principal(event).key} asks for the credentials of a machine or cloud`,
  alertContext: (event) => toldSigns(event, harvestingSigns(event)),
  summaryAttributes: ["modelId", "operation"],
});
