import type { AwsBedrockModelInvocation } from "../../../sdk/event/generated/aws-bedrock-model-invocation.ts";

const TIME = new Date("2026-03-02T09:15:00Z");

/** An event with the fields that each must have, and any others, which may be of wrong types as in a hostile log. */
export function event(fields: object = {}): AwsBedrockModelInvocation {
  const required: AwsBedrockModelInvocation = {
    p_log_type: "AWS.BedrockModelInvocation",
    p_row_id: "0".repeat(32),
    p_event_time: TIME,
    p_parse_time: TIME,
    accountId: "111122223333",
    modelId: "amazon.nova-lite-v1:0",
    timestamp: TIME,
  };
  return Object.assign(required, fields);
}
