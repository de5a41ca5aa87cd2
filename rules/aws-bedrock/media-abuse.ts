import { defineRule } from "caracal";
import { caller, errorClass, principal } from "caracal/bedrock";
import { makesMedia } from "./makes-media.ts";
import { mediaUnits } from "./media-units.ts";

export const mediaAbuse = defineRule({
  id: "AWS.Bedrock.MediaAbuse",
  displayName: "A principal makes far more images or videos than it usually does",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (_, { value }) => (value >= 400 ? "DEFAULT" : "LOW"),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal asked for more than four times as many images, or seconds of video, in an hour as is usual for it at that time of day. They are paid by the piece, and no token rule sees them. It is LOW from a hundred images or fifty seconds of video on, and MEDIUM from four times that. A campaign is a known false positive.",
  runbook:
    "1. See which models, and ask the principal's owner for a campaign. 2. If nobody knows of one, look at some of the prompts in the log. 3. Disable the key or revoke the role's sessions, and take access to such models away where nobody needs it.",
  detect: (event) => makesMedia(event) && errorClass(event) === undefined,
  dedup: (event) => principal(event).key,
  dedupPeriod: "6h",
  threshold: { baseline: mediaUnits, factor: 4, floor: 100, warmUp: "1d", within: "1h" },
  title: (event, { value }) =>
    `Images and videos worth ${value} images within an hour by ${principal(event).key}`,
  alertContext: (event, { value, usual, count, firstEventTime }) => ({
    ...caller(event),
    images: value,
    usual,
    calls: count,
    since: firstEventTime,
  }),
  summaryAttributes: ["modelId", "region"],
});
