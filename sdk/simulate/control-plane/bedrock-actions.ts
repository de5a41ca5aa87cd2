import type { JsonObject } from "../../base/json.ts";
import type { Place } from "../workload.ts";
import type { Action } from "./trail-event.ts";

const write = (name: string, request: JsonObject, response?: JsonObject): Action => ({
  service: "bedrock",
  name,
  isWrite: true,
  request,
  ...(response !== undefined && { response }),
});

/** Invocation logs go to a bucket from now on. */
export const putLogging = (bucketName: string): Action =>
  write("PutModelInvocationLoggingConfiguration", {
    loggingConfig: {
      s3Config: { bucketName },
      textDataDeliveryEnabled: true,
      imageDataDeliveryEnabled: true,
      embeddingDataDeliveryEnabled: true,
    },
  });

export const deleteLogging: Action = {
  service: "bedrock",
  name: "DeleteModelInvocationLoggingConfiguration",
  isWrite: true,
};

export const getLogging: Action = { service: "bedrock", name: "GetModelInvocationLoggingConfiguration" };

export const listModels: Action = { service: "bedrock", name: "ListFoundationModels", request: {} };

export const getAvailability = (modelId: string): Action => ({
  service: "bedrock",
  name: "GetFoundationModelAvailability",
  request: { modelId },
});

/** The ARN of something in Bedrock, such as `guardrail/q4w8e2r6t1yz`. */
const arnOf = (resource: string, { account, region }: Place): string =>
  `arn:aws:bedrock:${region}:${account}:${resource}`;

export const createGuardrail = (id: string, name: string, place: Place): Action =>
  write(
    "CreateGuardrail",
    {
      name,
      blockedInputMessaging: "HIDDEN_DUE_TO_SECURITY_REASONS",
      blockedOutputsMessaging: "HIDDEN_DUE_TO_SECURITY_REASONS",
      contentPolicyConfig: {
        filtersConfig: [{ type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength: "NONE" }],
      },
    },
    { guardrailId: id, guardrailArn: arnOf(`guardrail/${id}`, place), version: "DRAFT" },
  );

/** Turns a guardrail's filter down. */
export const updateGuardrail = (id: string, name: string, place: Place): Action =>
  write(
    "UpdateGuardrail",
    {
      guardrailIdentifier: id,
      name,
      contentPolicyConfig: {
        filtersConfig: [{ type: "PROMPT_ATTACK", inputStrength: "LOW", outputStrength: "NONE" }],
      },
    },
    { guardrailId: id, guardrailArn: arnOf(`guardrail/${id}`, place), version: "DRAFT" },
  );

export const deleteGuardrail = (id: string): Action =>
  write("DeleteGuardrail", { guardrailIdentifier: id }, {});

/** Opens a model to the account, as the console does it. */
export const openModel = (modelId: string): readonly Action[] => [
  { service: "bedrock", name: "ListFoundationModelAgreementOffers", request: { modelId } },
  write("PutUseCaseForModelAccess", { formData: "HIDDEN_DUE_TO_SECURITY_REASONS" }, {}),
  write(
    "CreateFoundationModelAgreement",
    { modelId, offerToken: "HIDDEN_DUE_TO_SECURITY_REASONS" },
    { modelId },
  ),
  write("PutFoundationModelEntitlement", { modelId }, { status: "SUCCESS" }),
  getAvailability(modelId),
];

export const createThroughput = (modelId: string, place: Place): Action =>
  write(
    "CreateProvisionedModelThroughput",
    { modelId, modelUnits: 1, provisionedModelName: "routing-answers", commitmentDuration: "OneMonth" },
    { provisionedModelArn: arnOf("provisioned-model/r7t2m4kq9x1z", place) },
  );

export const createImport = (place: Place): Action =>
  write(
    "CreateModelImportJob",
    {
      jobName: "route-planner-2",
      importedModelName: "route-planner",
      roleArn: `arn:aws:iam::${place.account}:role/model-import`,
      modelDataSource: { s3DataSource: { s3Uri: "s3://tolvane-research-models/route-planner/2/" } },
    },
    { jobArn: arnOf("model-import-job/h3n8v5c2w6yd", place) },
  );

/** A long-term Bedrock API key: a user of its own, what it may do, and the key. */
export const createApiKey = (userName: string, account: string): readonly Action[] => [
  iam("CreateUser", { userName }, { user: { userName, arn: `arn:aws:iam::${account}:user/${userName}` } }),
  iam("AttachUserPolicy", { userName, policyArn: "arn:aws:iam::aws:policy/AmazonBedrockLimitedAccess" }),
  iam(
    "CreateServiceSpecificCredential",
    { userName, serviceName: "bedrock.amazonaws.com", credentialAgeDays: 30 },
    {
      serviceSpecificCredential: {
        userName,
        serviceName: "bedrock.amazonaws.com",
        serviceSpecificCredentialId: "ACCA0F3B91D27CEXAMPLE",
        serviceCredentialAlias: `${userName}-at-${account}`,
        status: "Active",
      },
    },
  ),
];

const iam = (name: string, request: JsonObject, response?: JsonObject): Action => ({
  ...write(name, request, response),
  service: "iam",
});
