import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";

/** What a container wraps. */
export interface Wrapped {
  /** Its texts, and what stands where a text should. */
  readonly entries: readonly (string | { readonly odd: JsonValue })[];
  /** Whether they are base64. */
  readonly isPacked: boolean;
}

/** What `aws logs get-log-events` and `filter-log-events` print. */
const EVENTS_KEYS = new Set([
  "events",
  "searchedLogStreams",
  "nextToken",
  "nextForwardToken",
  "nextBackwardToken",
]);

/** What `aws cloudtrail lookup-events` prints. */
const LOOKUP_KEYS = new Set(["Events", "NextToken"]);

/**
 * What is wrapped in a CloudWatch Logs payload, the event of a Lambda function that got one from CloudWatch Logs or
 * Kinesis, or the output of `aws logs` or `aws cloudtrail`; `undefined` for an object that is none of these. What has
 * other keys is none: taken apart, it would lose something. One odd entry does not spoil the others.
 */
export function unwrap(value: JsonObject): Wrapped | undefined {
  if (value.messageType === "DATA_MESSAGE") return wrapped(value.logEvents, "message", false);
  const keys = Object.keys(value);
  if (keys.length === 1 && isJsonObject(value.awslogs)) return wrapped([value.awslogs], "data", true);
  if (keys.length === 1 && Array.isArray(value.Records))
    return wrapped(value.Records.map(kinesisOf), "data", true);
  if (keys.every((key) => LOOKUP_KEYS.has(key))) return wrapped(value.Events, "CloudTrailEvent", false);
  return keys.every((key) => EVENTS_KEYS.has(key)) ? wrapped(value.events, "message", false) : undefined;
}

/** The CloudTrail record in an event of EventBridge; the envelope only repeats what the record says. */
export function cloudTrailDetail(value: JsonObject): JsonObject | undefined {
  const type = value["detail-type"];
  const isWrapped = typeof type === "string" && type.endsWith(" via CloudTrail");
  return isWrapped && isCloudTrail(value.detail) ? value.detail : undefined;
}

/** The start of an object of which `Records` is the first key, as CloudTrail delivers it to S3, up to the array. */
const RECORDS_START = /^[ \t\r\n]*\{[ \t\r\n]*"Records"[ \t\r\n]*:[ \t\r\n]*(?=\[)/;

/** Blanks in place of the text before the array of `Records`, so that what is in it keeps its place. */
export function blankBeforeRecords(text: string): string | undefined {
  return RECORDS_START.exec(text)?.[0].replace(/\S/g, " ");
}

/** Whether something is a CloudTrail record. A notification of S3 and a record of DynamoDB have only one of the two. */
export function isCloudTrail(value: JsonValue | undefined): value is JsonObject {
  return isJsonObject(value) && typeof value.eventID === "string" && typeof value.eventTime === "string";
}

function kinesisOf(record: JsonValue): JsonValue {
  return isJsonObject(record) ? (record.kinesis ?? null) : null;
}

function wrapped(list: JsonValue | undefined, key: string, isPacked: boolean): Wrapped | undefined {
  if (!Array.isArray(list)) return undefined;
  const entries = list.map((one: JsonValue) => {
    const text = isJsonObject(one) ? one[key] : undefined;
    return typeof text === "string" ? text : { odd: one };
  });
  const isOne = entries.length === 0 || entries.some((entry) => typeof entry === "string");
  return isOne ? { entries, isPacked } : undefined;
}
