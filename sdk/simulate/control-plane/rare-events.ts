import type { JsonObject } from "../../base/json.ts";
import { DAY, HOUR } from "../calendar.ts";
import { PRODUCTION, RESEARCH } from "../company.ts";
import { addressIn, internalId, serviceActor, userActor } from "./actor.ts";
import { pipeline } from "./pipeline.ts";
import { failedSignIn, rootSignIn } from "./sign-ins.ts";
import type { Action, Actor, TrailEvent } from "./trail-event.ts";
import { secondsOf } from "./write-trail-record.ts";

const REGION = "us-east-1";
const PARTNER = "999900001111";

const assume = (role: string, account: string, more: JsonObject): Action => {
  const arn = `arn:aws:iam::${account}:role/${role}`;
  const resources = [{ accountId: account, type: "AWS::IAM::Role", ARN: arn }];
  return { service: "sts", name: "AssumeRole", request: { roleArn: arn, ...more }, resources };
};

const federated = (since: number): Actor => ({
  ...userActor("edi-gateway", PRODUCTION),
  identity: {
    type: "FederatedUser",
    principalId: `${PRODUCTION}:edi-partner`,
    arn: `arn:aws:sts::${PRODUCTION}:federated-user/edi-partner`,
    accountId: PRODUCTION,
    accessKeyId: internalId("ASIA", "edi-partner"),
    sessionContext: {
      sessionIssuer: {
        type: "IAMUser",
        principalId: internalId("AIDA", "edi-gateway"),
        arn: `arn:aws:iam::${PRODUCTION}:user/edi-gateway`,
        accountId: PRODUCTION,
        userName: "edi-gateway",
      },
      attributes: { creationDate: secondsOf(since), mfaAuthenticated: "false" },
    },
  },
});

const partner: Actor = {
  account: RESEARCH,
  identity: { type: "AWSAccount", principalId: internalId("AROA", "audit"), accountId: PARTNER },
  address: addressIn("203.0.113", "partner"),
  agent: "aws-sdk-go-v2/1.36.3",
};

const centre: Actor = {
  account: PRODUCTION,
  identity: {
    type: "IdentityCenterUser",
    accountId: PRODUCTION,
    onBehalfOf: {
      userId: "c4a86418-50d1-70aa-2b0e-9f0d3a6c71e5",
      identityStoreArn: `arn:aws:identitystore::${PRODUCTION}:identitystore/d-90670c1ab2`,
    },
    credentialId: "tolvane-access-token-1",
  },
  address: addressIn("198.51.100", "mirel.odanto"),
  agent: "aws-cli/2.27.31",
};

/** A service turns a key, and tells little of it. */
const rotation: Actor = {
  account: PRODUCTION,
  identity: { accountId: PRODUCTION, invokedBy: "AWS Internal" },
  address: "AWS Internal",
  agent: "AWS Internal",
};

const rotate: Action = {
  service: "kms",
  name: "RotateKey",
  resources: [
    { accountId: PRODUCTION, type: "AWS::KMS::Key", ARN: `arn:aws:kms:${REGION}:${PRODUCTION}:key/5f0c1e7a` },
  ],
  more: { eventType: "AwsServiceEvent", serviceEventDetails: { keyId: "5f0c1e7a" } },
};

/** What happens once or twice a day and belongs to no workload, by one identity of each kind. */
export const rareEvents = (start: number): TrailEvent[] => [
  ...routineEvents(start),
  rootSignIn(PRODUCTION, start + 12 * HOUR),
  failedSignIn(PRODUCTION, start + DAY + 13 * HOUR),
  failedSignIn(PRODUCTION, start + DAY + 13 * HOUR + 20_000, "edi-gateway"),
];

/** What partners, pipelines and services do in a day. */
export function routineEvents(start: number): TrailEvent[] {
  const at = (hour: number, actor: Actor, action: Action, region = REGION): TrailEvent => ({
    time: start + Math.round((hour * HOUR) / 1_000) * 1_000,
    region,
    actor,
    action,
  });
  const session = { roleSessionName: "audit", externalId: "tolvane" };
  return [
    at(11.4, pipeline, { ...assume("platform-deploy", PRODUCTION, {}), name: "AssumeRoleWithWebIdentity" }),
    at(6, userActor("edi-gateway", PRODUCTION), {
      service: "sts",
      name: "GetFederationToken",
      request: { name: "edi-partner", durationSeconds: 3_600 },
    }),
    at(6.02, federated(start + 6 * HOUR), {
      service: "s3",
      name: "ListBuckets",
      request: { Host: "s3.amazonaws.com" },
    }),
    at(15.1, partner, {
      ...assume("partner-audit", RESEARCH, session),
      more: { sharedEventID: "6c1f0b52-8a0e-4c1b-9d27-3f5a1e7b9c04" },
    }),
    at(12.2, centre, { service: "sso", name: "CreateToken", request: { grantType: "refresh_token" } }),
    at(13.5, rotation, rotate),
    at(13.6, serviceActor("bedrock", PRODUCTION), assume("bedrock-logging", PRODUCTION, {})),
  ];
}
