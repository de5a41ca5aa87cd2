import type { AwsCloudTrail } from "../../../sdk/event/generated/aws-cloud-trail.ts";

const TIME = new Date("2026-03-02T09:15:00Z");

/** An event with the fields that each must have, and any others, which may be of wrong types as in a hostile log. */
export function event(fields: object = {}): AwsCloudTrail {
  const required: AwsCloudTrail = {
    p_log_type: "AWS.CloudTrail",
    p_row_id: "0".repeat(32),
    p_event_time: TIME,
    p_parse_time: TIME,
    eventVersion: "1.11",
    eventTime: TIME,
    eventSource: "bedrock.amazonaws.com",
    eventName: "ListFoundationModels",
    awsRegion: "eu-central-1",
    eventID: "5b2e",
    eventType: "AwsApiCall",
    recipientAccountId: "111122223333",
  };
  return Object.assign(required, fields);
}
