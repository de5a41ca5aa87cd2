import { defineCases } from "caracal/testing";
import { apiKeyUserArmed } from "./api-key-user-armed.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const user = { requestParameters: { userName: "BedrockAPIKey-1a2b" } };
const attached = (policyArn: string) => ({
  requestParameters: { userName: "BedrockAPIKey-1a2b", policyArn },
});
const ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";

export const apiKeyUserArmedCases = defineCases(apiKeyUserArmed, {
  raises: {
    "an access key, by a person": {
      records: toIam("CreateAccessKey", MAKERS.person, user),
      alert: {
        severity: "HIGH",
        dedup: "111122223333 BedrockAPIKey-1a2b",
        title:
          "111122223333:role/AWSReservedSSO_Platform_0123456789abcdef/kim@example.org gave BedrockAPIKey-1a2b more: CreateAccessKey",
        context: { user: "BedrockAPIKey-1a2b", policy: "", action: "CreateAccessKey" },
      },
    },
    "a policy, by a deployment": {
      records: toIam("AttachUserPolicy", MAKERS.machine, attached(ADMIN)),
      alert: { severity: "HIGH", context: { policy: ADMIN } },
    },
    "a password": { records: toIam("CreateLoginProfile", MAKERS.key, user) },
    "another password": { records: toIam("UpdateLoginProfile", MAKERS.key, user) },
    "a group": { records: toIam("AddUserToGroup", MAKERS.key, user) },
    "a policy of its own": { records: toIam("PutUserPolicy", MAKERS.key, user) },
    "somebody who may not, where the request is told": {
      records: toIam("CreateAccessKey", MAKERS.key, DENIED, user),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana tried in vain: gave BedrockAPIKey-1a2b more: CreateAccessKey",
      },
    },
    "long names, cut": {
      records: toIam("AttachUserPolicy", MAKERS.key, {
        requestParameters: { userName: `BedrockAPIKey-${"x".repeat(200)}`, policyArn: "p".repeat(300) },
      }),
      alert: {
        title: `111122223333:user/dana gave BedrockAPIKey-${"x".repeat(86)} more: AttachUserPolicy`,
        context: { user: `BedrockAPIKey-${"x".repeat(86)}`, policy: "p".repeat(200) },
      },
    },
  },
  ignores: {
    "what AWS gives such users itself": toIam(
      "AttachUserPolicy",
      MAKERS.person,
      attached("arn:aws:iam::aws:policy/AmazonBedrockLimitedAccess"),
    ),
    "an access key of another user": toIam("CreateAccessKey", MAKERS.person, {
      requestParameters: { userName: "kim" },
    }),
    "a key that is deleted": toIam("DeleteAccessKey", MAKERS.person, user),
    "another service's action of that name": toBedrock("CreateAccessKey", MAKERS.person, user),
  },
});
