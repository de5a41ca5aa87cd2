import { PRODUCTION } from "../company.ts";
import { addressIn, assumedRole } from "./actor.ts";
import type { Actor } from "./trail-event.ts";

/** The pipeline's provider, as IAM knows it. */
const PROVIDER = `arn:aws:iam::${PRODUCTION}:oidc-provider/ci.tolvane.example`;

/** A pipeline that takes the deploying role with a token of its own provider. */
export const pipeline: Actor = {
  account: PRODUCTION,
  identity: {
    type: "WebIdentityUser",
    principalId: `${PROVIDER}:deploy:main`,
    userName: "deploy:main",
    identityProvider: PROVIDER,
  },
  address: addressIn("203.0.113", "pipeline"),
  agent: "terraform/1.12.1",
};

/** The session that the pipeline gets; `since` is when. */
export function deployer(account: string, since: number): Actor {
  const arn = `arn:aws:sts::${account}:assumed-role/platform-deploy/main`;
  const identity = assumedRole(arn, account, since);
  const session = identity.sessionContext as object;
  const webIdFederationData = {
    federatedProvider: PROVIDER,
    attributes: { "ci.tolvane.example:sub": "deploy:main" },
  };
  return {
    ...pipeline,
    account,
    identity: { ...identity, sessionContext: { ...session, webIdFederationData } },
  };
}
