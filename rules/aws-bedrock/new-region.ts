import { defineRule, organization } from "caracal";
import { caller, errorClass, principal } from "caracal/bedrock";

export const newRegion = defineRule({
  id: "AWS.Bedrock.NewRegion",
  displayName: "An account uses Bedrock in another region",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => {
    const { regions } = organization();
    if (regions.includes(event.region ?? "")) return "INFO";
    const { kind } = principal(event);
    return regions.length > 0 || kind === "user" || kind === "root" ? "MEDIUM" : "DEFAULT";
  },
  defaultSeverity: "LOW",
  reports: { "MITRE ATLAS": ["AML.T0040"], "MITRE ATT&CK": ["TA0007:T1526"] },
  description:
    "A model was called in a region in which the account called none before, after it was watched for five days. Whoever holds a stolen key looks for regions with quotas to use up, and for some that nobody watches. It is MEDIUM for long-term keys, and for anybody where the configuration lists the company's regions; a listed region is not. It is the region that is called, not the one in which a cross-region profile has the model run. An application that moves or fails over is a known false positive.",
  runbook:
    "1. See who called, and ask for a move, a failover or a new application. 2. If nobody knows of one, look at what the principal did before in its usual region, and for errors: somebody who looks around. 3. Disable the key or revoke the role's sessions, and deny the regions that nobody needs by policy.",
  detect: ({ region }) => region !== undefined,
  firstSeen: {
    // All listed regions are one, so that an account is learned by its calls there, too.
    key: ({ region = "" }) => (organization().regions.includes(region) ? "listed" : region),
    scope: (event) => event.accountId,
    learn: "5d",
    forget: "90d",
  },
  dedup: (event) => `${event.accountId} ${event.region}`,
  title: (event) => `First use of Bedrock in ${event.region} by account ${event.accountId}`,
  alertContext: (event) => ({
    ...caller(event),
    error: errorClass(event),
  }),
});
