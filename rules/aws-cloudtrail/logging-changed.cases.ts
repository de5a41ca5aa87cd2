import { defineCases } from "caracal/testing";
import { loggingChanged } from "./logging-changed.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const PUT = "PutModelInvocationLoggingConfiguration";

const told = (loggingConfig: Record<string, string | boolean | object>) => ({
  requestParameters: JSON.parse(JSON.stringify({ loggingConfig })),
});
const S3 = { s3Config: { bucketName: "claims-model-logs", keyPrefix: "bedrock" } };
const GROUP = {
  cloudWatchConfig: { logGroupName: "/claims/models", roleArn: "arn:aws:iam::111122223333:role/logs" },
};
const whole = told({ ...S3, ...GROUP, textDataDeliveryEnabled: true });
const textless = told({ ...S3, textDataDeliveryEnabled: false });

export const loggingChangedCases = defineCases(loggingChanged, {
  raises: {
    "a user with a key leaves the text out": {
      records: toBedrock(PUT, MAKERS.key, textless),
      alert: {
        severity: "HIGH",
        title: "111122223333:user/dana changed Bedrock's invocation logging in eu-central-1 to no text",
        dedup: "111122223333 111122223333:user/dana",
        context: { destination: "s3:claims-model-logs", isBlinded: true, who: "key" },
        summary: { awsRegion: { "eu-central-1": 1 }, sourceIPAddress: { "192.0.2.10": 1 } },
      },
    },
    "a person leaves the text out": {
      records: toBedrock(PUT, MAKERS.person, textless),
      alert: { severity: "MEDIUM", context: { isBlinded: true } },
    },
    "a deployment leaves the text out, which is LOW": {
      records: toBedrock(PUT, MAKERS.machine, textless),
      alert: { severity: "LOW" },
    },
    "a deployment sends the records nowhere, which is LOW": {
      records: toBedrock(PUT, MAKERS.machine, told({ textDataDeliveryEnabled: true })),
      alert: { severity: "LOW", context: { destination: "", isBlinded: true } },
    },
    "a user with a key changes the whole": {
      records: toBedrock(PUT, MAKERS.key, whole),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana changed Bedrock's invocation logging in eu-central-1",
        context: { destination: "s3:claims-model-logs logs:/claims/models", isBlinded: false },
      },
    },
    "a person changes the whole": {
      records: toBedrock(PUT, MAKERS.person, told({ ...GROUP })),
      alert: { severity: "MEDIUM", context: { destination: "logs:/claims/models", isBlinded: false } },
    },
    "a deployment, which is INFO": {
      records: toBedrock(PUT, MAKERS.machine, whole),
      alert: { severity: "INFO" },
    },
    "a user who may not, of whose request nothing is told": {
      records: toBedrock(PUT, MAKERS.key, DENIED),
      alert: {
        severity: "LOW",
        context: { isBlinded: false },
        summary: { errorCode: { AccessDeniedException: 1 } },
      },
    },
    "a name of a bucket that is too long for an alert": {
      records: toBedrock(PUT, MAKERS.key, told({ s3Config: { bucketName: "b".repeat(300) } })),
      alert: { context: { destination: `s3:${"b".repeat(197)}` } },
    },
  },
  ignores: {
    "a configuration that is deleted": toBedrock("DeleteModelInvocationLoggingConfiguration", MAKERS.key),
    "another service's action of that name": toIam(PUT, MAKERS.key, textless),
  },
});
