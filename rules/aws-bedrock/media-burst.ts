import { defineCorrelation, step } from "caracal";
import { caller, principal } from "caracal/bedrock";
import { makesMedia } from "./makes-media.ts";
import { mediaAbuse } from "./media-abuse.ts";
import { newModel } from "./new-model.ts";

export const mediaBurst = defineCorrelation({
  id: "AWS.Bedrock.MediaBurst",
  displayName: "A principal begins to make images or videos in numbers",
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0034"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "A principal called a model that makes images or videos for the first time in two months, and then ten times within six hours. They are paid by the piece, and access to them is resold. A new application and a colleague who takes up a campaign are known false positives, once.",
  runbook:
    "1. See who it is: an application does not begin to make images by itself. 2. Ask its owner. 3. If nobody knows of it, look at some of the prompts in the log, disable the key or revoke the role's sessions, and take access to such models away where nobody needs it.",
  order: "sequence",
  within: "6h",
  dedupPeriod: "1d",
  steps: {
    first: step(newModel, { by: (event) => (makesMedia(event) ? principal(event).key : "") }),
    calls: step(mediaAbuse, {
      by: (event) => principal(event).key,
      atLeast: 10,
      context: (event) => ({ kind: principal(event).kind, model: caller(event).model }),
    }),
  },
  title: (_, key) => `${key} begins to make images or videos in numbers`,
  alertContext: ({ first, calls }, key) => ({
    principal: key,
    ...calls.context,
    calls: calls.count,
    since: first.firstEventTime,
  }),
});
