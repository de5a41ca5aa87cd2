import { defineRule, type EventOf } from "caracal";
import { caller, isOwnFault, principal, requestBody, tokenLimit } from "caracal/bedrock";

/** Whether a call asks for nothing: no tokens, or less; or the empty conversation that the oldest testers send. */
function asksForNothing(event: EventOf<"AWS.BedrockModelInvocation">): boolean {
  if ((tokenLimit(event) ?? 1) <= 0) return true;
  const body = requestBody(event).raw;
  const prompt = typeof body === "object" && body !== null && "prompt" in body ? body.prompt : undefined;
  return typeof prompt === "string" && prompt.length < 50 && prompt.replace(/\s/g, "") === "Human:Assistant:";
}

export const keyCheckerProbe = defineRule({
  id: "AWS.Bedrock.KeyCheckerProbe",
  displayName: "Somebody tests a key for Bedrock",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "HIGH",
  reports: {
    "MITRE ATLAS": ["AML.T0012", "AML.T0040"],
    "MITRE ATT&CK": ["TA0001:T1078.004", "TA0007:T1526"],
  },
  description:
    "A call that failed asked for no tokens or less, or sent an empty conversation. Testers of stolen keys do so: the error tells them whether the key is good, and costs nothing. A client that computes its token limit and gets below one is a known cause.",
  runbook:
    "1. Find the call in CloudTrail by its request id for the source address, the user agent and the access key. 2. See whether the principal's other calls come from the same place. 3. If not, the key is in other hands: disable it or revoke the role's sessions now, and look for what succeeded since.",
  detect: (event) => isOwnFault(event) && asksForNothing(event),
  dedup: (event) => principal(event).key,
  dedupPeriod: "6h",
  title: (event) => `The key of ${principal(event).key} was tested for Bedrock`,
  alertContext: (event) => ({ ...caller(event), error: event.errorCode, tokenLimit: tokenLimit(event) }),
  summaryAttributes: ["errorCode", "modelId", "region"],
});
