import { defineCorrelation, step } from "caracal";
import { caller, principal } from "caracal/bedrock";
import { requestFlood } from "./request-flood.ts";

export const floodSpread = defineCorrelation({
  id: "AWS.Bedrock.FloodSpread",
  displayName: "Many principals call models far more often than they usually do",
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0029", "AML.T0024"], "MITRE ATT&CK": ["TA0040:T1496.004"] },
  description:
    "Four applications or long-term keys of one account made more than forty calls within an hour each, and more than five times as many as is usual for each of them. Somebody who spreads calls over many stolen identities stays under what each of them may do, but not under this. People who sign in do not count, since their days are not alike. A load test of a whole landscape is a known false positive.",
  runbook:
    "1. See which principals they are, and whether they have to do with each other. 2. Ask the account's owner for a load test, a release or a day on which all have more to do. 3. If nobody knows of one, find the source addresses in CloudTrail: one address for many principals is somebody who holds all their keys. Disable the keys or revoke the roles' sessions.",
  order: "any",
  within: "2h",
  dedupPeriod: "1d",
  steps: {
    floods: step(requestFlood, {
      on: "alert",
      by: (event) => (principal(event).kind === "sso-user" ? "" : event.accountId),
      distinct: { of: (event) => principal(event).key, atLeast: 4 },
      context: (event) => ({ principal: principal(event).key, model: caller(event).model }),
    }),
  },
  title: ({ floods }, key) =>
    `${floods.distinct} principals of account ${key} call models far more often than usual`,
  alertContext: ({ floods }, key) => ({
    account: key,
    principals: floods.distinct,
    since: floods.firstEventTime,
    last: floods.context,
  }),
});
