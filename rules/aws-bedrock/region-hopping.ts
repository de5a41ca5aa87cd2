import { defineCorrelation, step } from "caracal";
import { caller, principal } from "caracal/bedrock";
import { otherRegion } from "./other-region.ts";

export const regionHopping = defineCorrelation({
  id: "AWS.Bedrock.RegionHopping",
  displayName: "A principal goes from region to region",
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0040"], "MITRE ATT&CK": ["TA0007:T1526"] },
  description:
    "A principal called models in two regions within a day that were both new to it. Whoever holds a stolen key goes through the regions for models that answer and quotas that are not used up. It is the region that is called, not the one in which a cross-region profile has the model run. A new application that starts in two regions is a known false positive.",
  runbook:
    "1. See which regions and models, and whether there are errors of the same principal. 2. Ask its owner for a new application or a failover. 3. If nobody knows of one, disable the key or revoke the role's sessions, look in each of the regions for what else was done, and deny the regions that nobody needs by policy.",
  order: "any",
  within: "1d",
  dedupPeriod: "1d",
  steps: {
    regions: step(otherRegion, {
      by: (event) => principal(event).key,
      distinct: { of: (event) => event.region ?? "", atLeast: 2 },
      context: (event) => ({ region: event.region ?? "", model: caller(event).model }),
    }),
  },
  title: (_, key) => `${key} calls Bedrock in two regions that are new to it`,
  alertContext: ({ regions }, key) => ({
    principal: key,
    regions: regions.distinct,
    since: regions.firstEventTime,
    last: regions.context,
  }),
});
