import { defineCases } from "caracal/testing";
import { apiKeyDestroys } from "./api-key-destroys.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

export const apiKeyDestroysCases = defineCases(apiKeyDestroys, {
  raises: {
    "a model": {
      records: toBedrock("DeleteCustomModel", MAKERS.bearer),
      alert: {
        severity: "HIGH",
        title: "111122223333:role/deployment called DeleteCustomModel with a Bedrock API key",
        dedup: "111122223333 111122223333:role/deployment",
        context: { credentials: "api-key", who: "key" },
        summary: {
          eventName: { DeleteCustomModel: 1 },
          awsRegion: { "eu-central-1": 1 },
          sourceIPAddress: { "192.0.2.10": 1 },
        },
      },
    },
    "a knowledge base, which it may not": {
      records: toBedrock("DeleteKnowledgeBase", MAKERS.bearer, DENIED),
      alert: {
        severity: "MEDIUM",
        title:
          "111122223333:role/deployment tried in vain: called DeleteKnowledgeBase with a Bedrock API key",
        summary: { errorCode: { AccessDeniedException: 1 } },
      },
    },
  },
  ignores: {
    "a deployment with its role": toBedrock("DeleteCustomModel", MAKERS.machine),
    "a request that deletes nothing": toBedrock("GetCustomModel", MAKERS.bearer),
    "another service": toIam("DeleteUser", MAKERS.bearer),
  },
});
