import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";

/** A signal: a principal in a region in which it was not before. */
export const otherRegion = defineRule({
  id: "AWS.Bedrock.OtherRegion",
  displayName: "A principal calls Bedrock in a region for the first time",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "INFO",
  createAlert: false,
  description:
    "A principal called a model, with or without an answer, in a region in which it called none for a month. It is a signal for RegionHopping: alone it is a failover, or a new principal in its own region.",
  reports: { "MITRE ATLAS": ["AML.T0012"] },
  runbook: "1. See what the principal called there, and whether it was answered.",
  detect: (event) => event.region !== undefined,
  firstSeen: {
    key: (event) => [principal(event).key, event.region ?? ""],
    scope: (event) => event.accountId,
    learn: "5d",
    forget: "30d",
  },
});
