import { defineCases } from "caracal/testing";
import { apiKeyCreated } from "./api-key-created.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const asked = (serviceName: string, more: Record<string, number> = {}) => ({
  requestParameters: { userName: "BedrockAPIKey-1a2b", serviceName, ...more },
});
const CREATE = "CreateServiceSpecificCredential";
const forBedrock = asked("bedrock.amazonaws.com");

export const apiKeyCreatedCases = defineCases(apiKeyCreated, {
  raises: {
    "a user with a key": {
      records: toIam(CREATE, MAKERS.key, asked("bedrock.amazonaws.com", { credentialAgeDays: 90 })),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana created a long-term Bedrock API key",
        dedup: "111122223333 111122223333:user/dana",
        context: { user: "BedrockAPIKey-1a2b", expiresInDays: 90, region: "us-east-1", action: CREATE },
      },
    },
    "the user that is to have it": {
      records: toIam("CreateUser", MAKERS.key, { requestParameters: { userName: "BedrockAPIKey-9z" } }),
      alert: { severity: "MEDIUM", context: { user: "BedrockAPIKey-9z" } },
    },
    "a person": {
      records: toIam(CREATE, MAKERS.person, forBedrock),
      alert: { severity: "MEDIUM" },
    },
    "a deployment, which is LOW": {
      records: toIam(CREATE, MAKERS.machine, forBedrock),
      alert: { severity: "LOW" },
    },
    "a user who may not, where the request is told": {
      records: toIam(CREATE, MAKERS.key, DENIED, forBedrock),
      alert: {
        severity: "LOW",
        title: "111122223333:user/dana tried in vain: created a long-term Bedrock API key",
      },
    },
    "a long name, cut": {
      records: toIam("CreateUser", MAKERS.key, {
        requestParameters: { userName: `BedrockAPIKey-${"x".repeat(100)}` },
      }),
      alert: { context: { user: `BedrockAPIKey-${"x".repeat(86)}` } },
    },
  },
  ignores: {
    "a credential for another service": toIam(CREATE, MAKERS.key, asked("codecommit.amazonaws.com")),
    "another user": toIam("CreateUser", MAKERS.key, { requestParameters: { userName: "kim" } }),
    "a user who is looked at": toIam("GetUser", MAKERS.key, forBedrock),
    "another service's action of that name": toBedrock(CREATE, MAKERS.key, forBedrock),
    "another service's user": toBedrock("CreateUser", MAKERS.key, forBedrock),
  },
});
