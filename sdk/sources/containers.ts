import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";

/** The texts that a container wraps. */
export interface Wrapped {
  readonly texts: readonly string[];
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

/**
 * What is wrapped in a CloudWatch Logs payload, the event of a Lambda function that got one from CloudWatch Logs or
 * Kinesis, or the output of `aws logs`; `undefined` for an object that is none of these. What has other keys or other
 * types is none: taken apart, it would lose something.
 */
export function unwrap(value: JsonObject): Wrapped | undefined {
  if (value.messageType === "DATA_MESSAGE") return wrapped(value.logEvents, "message", false);
  const keys = Object.keys(value);
  if (keys.length === 1 && isJsonObject(value.awslogs)) return wrapped([value.awslogs], "data", true);
  if (keys.length === 1 && Array.isArray(value.Records) && value.Records.length > 0)
    return wrapped(value.Records.map(kinesisOf), "data", true);
  return keys.every((key) => EVENTS_KEYS.has(key)) ? wrapped(value.events, "message", false) : undefined;
}

function kinesisOf(record: JsonValue): JsonValue {
  return isJsonObject(record) ? (record.kinesis ?? null) : null;
}

function wrapped(list: JsonValue | undefined, key: string, isPacked: boolean): Wrapped | undefined {
  if (!Array.isArray(list)) return undefined;
  const texts = list.map((one: JsonValue) => (isJsonObject(one) ? one[key] : undefined));
  return texts.every((text) => typeof text === "string") ? { texts, isPacked } : undefined;
}
