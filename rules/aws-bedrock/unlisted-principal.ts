import { defineRule, isListedPrincipal } from "caracal";
import { caller, principal } from "caracal/bedrock";

export const unlistedPrincipal = defineRule({
  id: "AWS.Bedrock.UnlistedPrincipal",
  displayName: "A principal uses Bedrock that the company does not list",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0001:T1078.004"] },
  description:
    "A principal called a model that is not among those which the configuration lists under organization. It needs no time to learn. An application that was not added to the list is the usual reason. Where nothing is listed, UnknownPrincipal watches for what is new instead.",
  runbook:
    "1. Ask the owner of the account whether the principal is meant to use Bedrock. 2. If so, add it to the list. 3. If not, disable it, and look at what it called, and with what prompts.",
  detect: (event) => {
    const { kind, key } = principal(event);
    return kind !== "unknown" && isListedPrincipal(key) === false;
  },
  dedup: (event) => principal(event).key,
  dedupPeriod: "1d",
  title: (event) => `${principal(event).key} uses Bedrock and is not on the company's list`,
  alertContext: caller,
  summaryAttributes: ["modelId", "operation", "region"],
});
