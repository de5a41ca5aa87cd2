import { describe, expect, test } from "vitest";
import { BUILT_IN_LOG_TYPES } from "../../../sdk/event/built-in-log-types.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";
import { eventRemaker } from "../../../sdk/cli/remake-event.ts";
import { sourceDecoder } from "../../../sdk/cli/source-decoder.ts";
import { recordsIn } from "../../../sdk/sources/records-in.ts";
import type { Source } from "../../../sdk/sources/source.ts";

const CALL = {
  schemaType: "ModelInvocationLog",
  schemaVersion: "1.0",
  timestamp: "2026-03-02T09:00:00Z",
  accountId: "111122223333",
  region: "us-east-1",
  requestId: "6f1c0c5e-0000-4000-8000-000000000001",
  operation: "Converse",
  modelId: "amazon.nova-lite-v1:0",
};
const CHANGE = {
  eventVersion: "1.11",
  eventID: "6f1c0c5e-0000-4000-8000-000000000002",
  eventTime: "2026-03-02T09:00:00Z",
  eventSource: "bedrock.amazonaws.com",
  eventName: "DeleteGuardrail",
  eventType: "AwsApiCall",
  awsRegion: "us-east-1",
  recipientAccountId: "111122223333",
  userIdentity: { type: "Root", accountId: "111122223333" },
};
const source: Source = { name: "a.json", rereadable: true, read: async function* () {} };
let now = 0;
const options = {
  logTypes: BUILT_IN_LOG_TYPES,
  digest: sha256,
  clock: () => new Date(now++),
};

describe("an event is made again, equal to what it was, of what is kept of", () => {
  test.each([
    ["a record", CALL],
    ["a record in an array", [CALL]],
    [
      "a message of CloudWatch Logs",
      { messageType: "DATA_MESSAGE", logEvents: [{ message: JSON.stringify(CALL) }] },
    ],
    ["an entry of a CloudTrail file", { Records: [CHANGE] }],
    ["an event of EventBridge", { "detail-type": "AWS API Call via CloudTrail", detail: CHANGE }],
  ])("%s", (_, value) => {
    const [record] = recordsIn({ text: JSON.stringify(value), line: 1, offset: 0 });
    if (record === undefined) throw new Error("there is no record");
    const { decoded, kept } = sourceDecoder(options)(record, source);
    if (kept === undefined) throw new Error("the record is no event");
    expect(eventRemaker(options)(structuredClone(kept))).toEqual(decoded?.event);
  });
});
