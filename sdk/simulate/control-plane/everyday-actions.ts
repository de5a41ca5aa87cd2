import type { JsonObject } from "../../base/json.ts";
import { MODELS } from "../models.ts";
import type { Principal } from "../principal.ts";
import type { Random } from "../random.ts";
import { internalId } from "./actor.ts";
import type { Action } from "./trail-event.ts";

const read = (service: string, name: string, request?: JsonObject): Action => ({
  service,
  name,
  ...(request !== undefined && { request }),
});

const READS_OF_PEOPLE: readonly Action[] = [
  read("bedrock", "ListFoundationModels", {}),
  read("bedrock", "ListFoundationModels", { byProvider: "Anthropic" }),
  read("bedrock", "GetFoundationModelAvailability", { modelId: MODELS.haikuOld.id }),
  read("bedrock", "GetFoundationModelAvailability", { modelId: MODELS.titanText.id }),
  read("bedrock", "ListInferenceProfiles", { maxResults: 100 }),
  read("bedrock", "ListGuardrails", { maxResults: 50 }),
  read("bedrock", "GetModelInvocationLoggingConfiguration"),
  read("ec2", "DescribeInstances", { maxResults: 50, instancesSet: {}, filterSet: {} }),
  read("ec2", "DescribeSecurityGroups", { maxResults: 100, securityGroupSet: {} }),
  read("iam", "ListRoles", { maxItems: 100 }),
  read("iam", "GetAccountSummary"),
  read("s3", "ListBuckets", { Host: "s3.amazonaws.com" }),
];

const READS_OF_USERS: readonly Action[] = [
  read("sts", "GetCallerIdentity"),
  read("s3", "GetBucketLocation", { bucketName: "tolvane-edi-inbox", Host: "s3.amazonaws.com" }),
  read("bedrock", "ListInferenceProfiles"),
];

/** What a principal does on any day, beside calling models. */
export function everydayAction(
  principal: Principal,
  account: string,
  region: string,
  random: Random,
): Action {
  if (principal.kind === "person") {
    const action = random.pick(READS_OF_PEOPLE);
    return action.service === "iam" && random.chance(0.2) ? denied(action) : action;
  }
  if (principal.kind === "user") return random.pick(READS_OF_USERS);
  if (random.chance(0.3)) return read("sts", "GetCallerIdentity");
  return random.chance(0.5)
    ? decrypt(principal.role, account, region)
    : createLogStream(principal.role, random);
}

/** The same call by somebody who may not make it. */
export const denied = (action: Action): Action => ({
  ...action,
  error: ["AccessDenied", `User is not authorized to perform: ${action.service}:${action.name}`],
});

function decrypt(role: string, account: string, region: string): Action {
  return {
    ...read("kms", "Decrypt", {
      encryptionContext: { app: role },
      encryptionAlgorithm: "SYMMETRIC_DEFAULT",
    }),
    resources: [
      {
        accountId: account,
        type: "AWS::KMS::Key",
        ARN: `arn:aws:kms:${region}:${account}:key/5f0c1e7a-${account.slice(0, 4)}-4b2d-9a61-0d4e8c7b3f25`,
      },
    ],
  };
}

function createLogStream(role: string, random: Random): Action {
  const logStreamName = random.hex(8);
  const request = { logGroupName: `/tolvane/${role}`, logStreamName };
  return { service: "logs", name: "CreateLogStream", isWrite: true, request };
}

/** A service takes a role to run a task of it, or a function. */
export function assumedByService(
  { role, session }: Extract<Principal, { kind: "role" }>,
  account: string,
  random: Random,
): Action {
  const arn = `arn:aws:iam::${account}:role/${role}`;
  const roleSessionName = session === "task" ? `${role}-${random.hex(12)}` : role;
  return {
    service: "sts",
    name: "AssumeRole",
    request: { roleArn: arn, roleSessionName, durationSeconds: 3_600 },
    response: {
      credentials: { accessKeyId: internalId("ASIA", roleSessionName) },
      assumedRoleUser: {
        assumedRoleId: `${internalId("AROA", role)}:${roleSessionName}`,
        arn: `arn:aws:sts::${account}:assumed-role/${role}/${roleSessionName}`,
      },
    },
    resources: [{ accountId: account, type: "AWS::IAM::Role", ARN: arn }],
  };
}
