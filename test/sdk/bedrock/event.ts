import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AwsBedrockModelInvocation } from "../../../sdk/event/generated/aws-bedrock-model-invocation.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";

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

/** An event with a request's body. */
export const asked = (inputBodyJson: JsonValue, fields: object = {}): AwsBedrockModelInvocation =>
  event({ input: { inputBodyJson }, ...fields });

/** An event with an answer's body. */
export const answered = (outputBodyJson: JsonValue, fields: object = {}): AwsBedrockModelInvocation =>
  event({ output: { outputBodyJson }, ...fields });

const RECORDS = join(import.meta.dirname, "../../../fixtures/aws-bedrock/records");

/** A hand-written record of the sandbox as an event. */
export const sandbox = (name: string): AwsBedrockModelInvocation =>
  event(JSON.parse(readFileSync(join(RECORDS, `${name}.json`), "utf8")) as object);
