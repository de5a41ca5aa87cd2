import { defineRule } from "caracal";
import { caller, model, principal } from "caracal/bedrock";

export const rootUser = defineRule({
  id: "AWS.Bedrock.RootUser",
  displayName: "The root user called Bedrock",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0001:T1078.004"] },
  description:
    "The account's root user called a model. Nobody should work as root, least of all an application. There is no good reason, only a convenient one: somebody signed in as root and tried the console's playground.",
  runbook:
    "1. Find out who holds the root credentials and whether it was them. 2. If not: change the root password, remove its access keys, check its multi-factor device, and see in CloudTrail what else root did.",
  detect: (event) => principal(event).kind === "root",
  dedup: (event) => principal(event).key,
  dedupPeriod: "1d",
  title: (event) =>
    `The root user of account ${principal(event).account} called ${model(event).id.slice(0, 100)}`,
  alertContext: caller,
});
