import type { JsonObject } from "../../sdk/base/json.ts";
import { readClock } from "./clock.ts";
import type { Row } from "./event-tables.ts";

/** The columns that make a record; a table leaves out what does not matter to it. */
export const RECORD_COLUMNS = ["time", "who", "account", "comes", "model", "tokens"];

/** The log record of a row: of a call that was answered or `denied`, or of CloudTrail, whose event `comes` names. */
export function recordOf({ at, cells }: Row): JsonObject {
  const { time = "", who = "ana", account = "111122223333", comes = "call" } = cells;
  const common = {
    time: new Date(readClock(time)).toISOString(),
    id: at,
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${who}/session`,
  };
  return comes === "call" || comes === "denied" ? callOf(common, cells) : changeOf(common, comes);
}

interface Common {
  readonly time: string;
  readonly id: string;
  readonly account: string;
  readonly arn: string;
}

function callOf({ time, id, account, arn }: Common, { comes, model, tokens }: Row["cells"]): JsonObject {
  return {
    schemaType: "ModelInvocationLog",
    timestamp: time,
    accountId: account,
    region: "eu-central-1",
    identity: { arn },
    requestId: id,
    operation: "Converse",
    modelId: model ?? "nova-lite",
    input: { inputTokenCount: Number(tokens ?? 1) },
    ...(comes === "denied" && { errorCode: "AccessDeniedException" }),
  };
}

function changeOf({ time, id, account, arn }: Common, eventName: string): JsonObject {
  return {
    eventVersion: "1.11",
    eventTime: time,
    eventSource: "bedrock.amazonaws.com",
    eventName,
    awsRegion: "eu-central-1",
    eventID: id,
    eventType: "AwsApiCall",
    userIdentity: { type: "AssumedRole", arn, accountId: account },
    recipientAccountId: account,
  };
}
