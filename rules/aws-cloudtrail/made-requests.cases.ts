import { type SampleOf, trailEvent } from "caracal/testing";

type Trail = SampleOf<"AWS.CloudTrail">;

const ACCOUNT = "111122223333";

/** Makers of requests, each as CloudTrail tells of it. */
export const MAKERS = {
  /** An IAM user with an access key. */
  key: user("dana", { accessKeyId: "AKIAEXAMPLEEXAMPLE01" }),
  /** The user of a long-term Bedrock API key. */
  apiKeyUser: user("BedrockAPIKey-1a2b", { accessKeyId: "AKIAEXAMPLEEXAMPLE02" }),
  /** An IAM user who signed in to the console. */
  console: { ...user("dana", { accessKeyId: "ASIAEXAMPLEEXAMPLE03" }), sessionCredentialFromConsole: true },
  root: {
    userIdentity: {
      type: "Root",
      arn: `arn:aws:iam::${ACCOUNT}:root`,
      accessKeyId: "",
      sessionContext: null,
    },
  },
  /** A person who signed in through IAM Identity Center. */
  person: session("AWSReservedSSO_Platform_0123456789abcdef/kim@example.org"),
  /** A person behind a role that any identity provider gives out. */
  mailed: session("Platform/kim@example.org"),
  /** A person in the console, behind a role. */
  consoleRole: { ...session("Platform/kim"), sessionCredentialFromConsole: true },
  machine: session("deployment/run-81"),
  /** The same person, through a stack. */
  stack: {
    userIdentity: {
      ...session("AWSReservedSSO_Platform_0123456789abcdef/kim@example.org").userIdentity,
      invokedBy: "cloudformation.amazonaws.com",
    },
  },
  /** A role with a Bedrock API key of its own. */
  bearer: { ...session("deployment/run-81"), additionalEventData: { callWithBearerToken: true } },
} as const satisfies Record<string, Trail>;

function user(name: string, differs: NonNullable<Trail["userIdentity"]>): Trail {
  const arn = `arn:aws:iam::${ACCOUNT}:user/${name}`;
  return { userIdentity: { type: "IAMUser", arn, userName: name, sessionContext: null, ...differs } };
}

function session(name: string) {
  return {
    userIdentity: {
      arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${name}`,
      accessKeyId: "ASIAEXAMPLEEXAMPLE01",
    },
  };
}

/** A request to Bedrock's control plane. */
export function toBedrock(eventName: string, ...differs: readonly Trail[]) {
  return trailEvent(Object.assign({ eventName, readOnly: false }, ...differs));
}

/** A request to IAM. */
export function toIam(eventName: string, ...differs: readonly Trail[]) {
  return toBedrock(eventName, { eventSource: "iam.amazonaws.com", awsRegion: "us-east-1" }, ...differs);
}

/** What a request has that was denied. */
export const DENIED: Trail = { errorCode: "AccessDeniedException", requestParameters: null };

/** Every request to Bedrock that changes how it is guarded, watched, paid for or reached. */
export const CHANGES = [
  "CreateFoundationModelAgreement",
  "CreateModelImportJob",
  "CreateProvisionedModelThroughput",
  "DeleteGuardrail",
  "DeleteModelInvocationLoggingConfiguration",
  "PutFoundationModelEntitlement",
  "PutModelInvocationLoggingConfiguration",
  "PutUseCaseForModelAccess",
  "UpdateGuardrail",
];
