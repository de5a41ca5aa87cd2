import { defineCases } from "caracal/testing";
import { apiKeyUserStrays } from "./api-key-user-strays.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const role = {
  userIdentity: { arn: "arn:aws:sts::111122223333:assumed-role/BedrockAPIKey-tools/task-1" },
};

export const apiKeyUserStraysCases = defineCases(apiKeyUserStrays, {
  raises: {
    "it lists users": {
      records: toIam("ListUsers", MAKERS.apiKeyUser),
      alert: {
        severity: "HIGH",
        title: "111122223333:user/BedrockAPIKey-1a2b called ListUsers of iam.amazonaws.com",
        dedup: "111122223333 111122223333:user/BedrockAPIKey-1a2b",
        context: { principal: "111122223333:user/BedrockAPIKey-1a2b", action: "ListUsers" },
        summary: {
          eventSource: { "iam.amazonaws.com": 1 },
          eventName: { ListUsers: 1 },
          awsRegion: { "us-east-1": 1 },
          sourceIPAddress: { "192.0.2.10": 1 },
        },
      },
    },
    "it asks who it is, and may not": {
      records: toIam("GetCallerIdentity", MAKERS.apiKeyUser, DENIED, { eventSource: "sts.amazonaws.com" }),
      alert: {
        severity: "MEDIUM",
        title:
          "111122223333:user/BedrockAPIKey-1a2b tried in vain: called GetCallerIdentity of sts.amazonaws.com",
      },
    },
    "once in six hours": {
      records: (time) =>
        time
          .at("+0s", toIam("ListUsers", MAKERS.apiKeyUser))
          .expectAlert()
          .at("+5h59m", toIam("ListRoles", MAKERS.apiKeyUser))
          .expectUpdate({ eventCount: 2 })
          .at("+6h", toIam("ListRoles", MAKERS.apiKeyUser)),
    },
  },
  ignores: {
    "it lists models": toBedrock("ListFoundationModels", MAKERS.apiKeyUser),
    "it lists agents, at another of Bedrock's services": toBedrock("ListAgentRuntimes", MAKERS.apiKeyUser, {
      eventSource: "bedrock-agentcore.amazonaws.com",
    }),
    "another user": toIam("ListUsers", MAKERS.key),
    "a role of such a name": toIam("ListUsers", role),
  },
});
