import { defineRule, type EventOf } from "caracal";
import { caller, errorClass, modelName, principal } from "caracal/bedrock";

type Invocation = EventOf<"AWS.BedrockModelInvocation">;

const isEmbedding = (event: Invocation) => modelName(event).name.includes("embed");

/** A call by a person counts a quarter, as does a text to embed: both come by fits and starts, and are harmless in small. */
const weight = (event: Invocation) => (principal(event).kind === "sso-user" || isEmbedding(event) ? 0.25 : 1);

export const requestFlood = defineRule({
  id: "AWS.Bedrock.RequestFlood",
  displayName: "A principal calls models far more often than it usually does",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event, { count }) => {
    if (isEmbedding(event)) return count >= 5000 ? "DEFAULT" : "INFO";
    if (count >= 3000) return "HIGH";
    return count >= 200 ? "DEFAULT" : "INFO";
  },
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0029", "AML.T0024"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal called models more than five times as often in an hour as is usual for it at that time of day, whichever models they are: one that is new to it has no past of its own. Resold access, and attempts to copy a model by asking it, look like this. Calls that fail count too, but for failures of AWS. It is INFO from forty calls on, or 160 of a person or to embed, as a signal for correlations, and MEDIUM from 200 (from 5,000 where texts are embedded, since indexes are built anew). A load test and a backfill are known false positives.",
  runbook:
    "1. Compare in the context the calls with what is usual. 2. Ask the owner of the principal for a load test, a backfill or a release at that time. 3. If nobody knows of one, see whether the prompts are alike (somebody copies the model) or all different (somebody resells access), and disable the key or revoke the role's sessions.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html",
  detect: (event) => errorClass(event) !== "server",
  dedup: (event) => principal(event).key,
  dedupPeriod: "6h",
  threshold: { baseline: weight, factor: 5, floor: 40, warmUp: "2d", within: "1h" },
  title: (event, { count }) =>
    `At least ${count.toLocaleString("en-US")} Bedrock calls within an hour by ${principal(event).key}, far above its own past`,
  alertContext: (event, { count, usual = 0, firstEventTime }) => ({
    ...caller(event),
    calls: count,
    usual: usual / weight(event),
    since: firstEventTime,
  }),
  summaryAttributes: ["modelId", "operation", "region"],
});
