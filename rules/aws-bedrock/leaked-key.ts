import { defineRule } from "caracal";
import { caller, hasLongTermKey, modelName, principal } from "caracal/bedrock";

export const leakedKey = defineRule({
  id: "AWS.Bedrock.LeakedKey",
  displayName: "A long-term key is used as it never was",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => (principal(event).name.startsWith("BedrockAPIKey-") ? "HIGH" : "DEFAULT"),
  defaultSeverity: "MEDIUM",
  reports: {
    "MITRE ATLAS": ["AML.T0012", "AML.T0055"],
    "MITRE ATT&CK": ["TA0001:T1078.004", "TA0006:T1552.001"],
  },
  description:
    "A user with a long-term key, or a long-term Bedrock API key, that was known for five days called a kind of model or a region that it had not called for 45 days, or anything at all after as long a rest. Long-term keys end up in repositories, images and notebooks, and whoever finds one tries what it can do. A new version of the same model is nothing new; an application that moves to another model or region is a known cause.",
  runbook:
    "1. Ask the key's owner whether the model or region is new on purpose. 2. Find the calls in CloudTrail by their request ids: the source address and the user agent tell a stranger at once. 3. If it was not the owner, deactivate the key, and look for where it lay open: repositories, images, logs. 4. Replace the key by a role.",
  detect: hasLongTermKey,
  firstSeen: {
    key: (event) => [modelName(event).line, event.region ?? ""],
    scope: (event) => [event.accountId, principal(event).key],
    learn: "5d",
    forget: "45d",
  },
  dedup: (event) => `${event.accountId} ${principal(event).key}`,
  dedupPeriod: "1d",
  title: (event) => `The long-term key of ${principal(event).key} is used as it never was`,
  alertContext: caller,
});
