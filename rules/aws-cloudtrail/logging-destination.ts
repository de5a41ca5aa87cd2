import type { EventOf } from "caracal";
import { parameter, textParameter } from "caracal/cloudtrail";

/** Where invocation records are to go: buckets and log groups; `""` when nowhere. */
export function loggingDestination(event: EventOf<"AWS.CloudTrail">): string {
  const bucket = textParameter(event, "loggingConfig", "s3Config", "bucketName");
  const group = textParameter(event, "loggingConfig", "cloudWatchConfig", "logGroupName");
  return [bucket && `s3:${bucket}`, group && `logs:${group}`].filter(Boolean).join(" ");
}

/** Whether records are to come without prompts and answers, or not at all. */
export function isBlinded(event: EventOf<"AWS.CloudTrail">): boolean {
  const told = parameter(event, "loggingConfig");
  if (told === undefined || told === null) return false;
  return (
    loggingDestination(event) === "" || parameter(event, "loggingConfig", "textDataDeliveryEnabled") === false
  );
}
