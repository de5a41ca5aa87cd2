import type { JsonObject } from "../base/json.ts";
import type { LogType } from "../event/log-type.ts";
import type { StandardFields } from "../event/standard-fields.ts";
import { joinDiffers } from "./join-differs.ts";
import type { RecordOf, SampleOf } from "./sample-of.ts";
import { rememberLogType } from "./sample-log-types.ts";

/** When samples happen that do not say when, and when timelines begin. */
export const SAMPLE_TIME = "2026-03-02T09:00:00Z";

const ACCOUNT = "111122223333";

/** A call that went well, of a made-up user. */
const INVOCATION: JsonObject = {
  schemaType: "ModelInvocationLog",
  schemaVersion: "1.0",
  timestamp: SAMPLE_TIME,
  accountId: ACCOUNT,
  identity: { arn: `arn:aws:iam::${ACCOUNT}:user/dana` },
  region: "eu-central-1",
  operation: "Converse",
  modelId: "anthropic.claude-3-haiku-20240307-v1:0",
  input: { inputContentType: "application/json", inputTokenCount: 100 },
  output: { outputContentType: "application/json", outputTokenCount: 50 },
};

/** A made-up role lists models. */
const TRAIL_EVENT: JsonObject = {
  eventVersion: "1.11",
  userIdentity: {
    type: "AssumedRole",
    principalId: "AROAEXAMPLEEXAMPLE001:claims-summary",
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/claims-summary/task-1`,
    accountId: ACCOUNT,
    accessKeyId: "ASIAEXAMPLEEXAMPLE01",
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: "AROAEXAMPLEEXAMPLE001",
        arn: `arn:aws:iam::${ACCOUNT}:role/claims-summary`,
        accountId: ACCOUNT,
        userName: "claims-summary",
      },
      attributes: { creationDate: "2026-03-02T08:30:00Z", mfaAuthenticated: "false" },
    },
  },
  eventTime: SAMPLE_TIME,
  eventSource: "bedrock.amazonaws.com",
  eventName: "ListFoundationModels",
  awsRegion: "eu-central-1",
  sourceIPAddress: "192.0.2.10",
  userAgent: "Boto3/1.35.0",
  requestParameters: null,
  responseElements: null,
  readOnly: true,
  eventType: "AwsApiCall",
  managementEvent: true,
  recipientAccountId: ACCOUNT,
  eventCategory: "Management",
};

/**
 * A raw record of Amazon Bedrock's model invocation log, as AWS writes it: an ordinary call by the user `dana` of
 * account 111122223333, on 2026-03-02 at 09:00 UTC. Its `requestId` is filled in where it is used, unless it is given:
 * the same sample twice is two calls.
 *
 * @param differs what is not ordinary; it is joined into the record at any depth, and `null` removes a field
 * @example
 * invocation({ errorCode: "AccessDeniedException", output: null });
 * invocation({ input: { inputTokenCount: 90_000 } });
 */
export function invocation(differs: SampleOf<"AWS.BedrockModelInvocation"> = {}): JsonObject {
  return joinDiffers(structuredClone(INVOCATION), differs);
}

/**
 * A raw CloudTrail record, as AWS writes it: a session of the role `claims-summary` of account 111122223333 lists the
 * models of Amazon Bedrock, on 2026-03-02 at 09:00 UTC. Its `eventID` is filled in where it is used, unless it is given.
 *
 * @param differs what is not ordinary; it is joined into the record at any depth, and `null` removes a field
 * @example
 * trailEvent({ eventName: "DeleteModelInvocationLoggingConfiguration", readOnly: false });
 */
export function trailEvent(differs: SampleOf<"AWS.CloudTrail"> = {}): JsonObject {
  return joinDiffers(structuredClone(TRAIL_EVENT), differs);
}

/**
 * A raw record of a log type of one's own, with the types of its event. Fields that the schema renames, copies or reads
 * out of others have other names in the record: give those as a plain object, which is a raw record too.
 *
 * @param logType from the file that `caracal generate` wrote
 * @example
 * import type { LogType, StandardFields } from "caracal/event";
 *
 * interface CustomDoorLog extends StandardFields {
 *   readonly p_log_type: "Custom.DoorLog";
 *   readonly door: string;
 *   readonly opened: Date;
 * }
 * declare const customDoorLog: LogType<CustomDoorLog>;
 *
 * sample(customDoorLog, { door: "server-room", opened: new Date("2026-03-02T09:00:00Z") });
 */
export function sample<E extends StandardFields>(logType: LogType<E>, record: RecordOf<E>): JsonObject {
  return rememberLogType(joinDiffers({}, record), logType);
}
