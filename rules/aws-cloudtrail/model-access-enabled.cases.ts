import { defineCases } from "caracal/testing";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";
import { modelAccessEnabled } from "./model-access-enabled.ts";

const model = { requestParameters: { modelId: "anthropic.claude-3-opus-20240229-v1:0", offerToken: "t" } };

export const modelAccessEnabledCases = defineCases(modelAccessEnabled, {
  raises: {
    "a user with a key accepts an agreement": {
      records: toBedrock("CreateFoundationModelAgreement", MAKERS.key, model),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana enabled access to Bedrock models",
        dedup: "111122223333 111122223333:user/dana",
        context: { model: "anthropic.claude-3-opus-20240229-v1:0", action: "CreateFoundationModelAgreement" },
        summary: {
          eventName: { CreateFoundationModelAgreement: 1 },
          awsRegion: { "eu-central-1": 1 },
          sourceIPAddress: { "192.0.2.10": 1 },
        },
      },
    },
    "a Bedrock API key gives a use case": {
      records: toBedrock("PutUseCaseForModelAccess", MAKERS.bearer),
      alert: { severity: "MEDIUM", context: { model: "" } },
    },
    "a person entitles the account": {
      records: toBedrock("PutFoundationModelEntitlement", MAKERS.person),
      alert: { severity: "MEDIUM" },
    },
    "a deployment, which is LOW": {
      records: toBedrock("CreateFoundationModelAgreement", MAKERS.machine),
      alert: { severity: "LOW" },
    },
    "a user who may not": {
      records: toBedrock("PutFoundationModelEntitlement", MAKERS.key, DENIED),
      alert: {
        severity: "LOW",
        title: "111122223333:user/dana tried in vain: enabled access to Bedrock models",
        summary: { errorCode: { AccessDeniedException: 1 } },
      },
    },
    "a long name, cut": {
      records: toBedrock("PutFoundationModelEntitlement", MAKERS.key, {
        requestParameters: { modelId: "m".repeat(300) },
      }),
      alert: { context: { model: "m".repeat(100) } },
    },
  },
  ignores: {
    "an agreement that is deleted": toBedrock("DeleteFoundationModelAgreement", MAKERS.key, model),
    "another service's action of that name": toIam("CreateFoundationModelAgreement", MAKERS.key, model),
  },
});
