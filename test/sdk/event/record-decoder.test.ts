import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../sdk/base/json.ts";
import { awsBedrockModelInvocation } from "../../../sdk/event/generated/aws-bedrock-model-invocation.ts";
import { recordDecoder } from "../../../sdk/event/record-decoder.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";
import type { LogType } from "../../../sdk/event/log-type.ts";
import { customEverything } from "../schema/golden/custom-everything.ts";

const NOW = new Date("2026-09-01T00:00:00Z");
const both = [awsBedrockModelInvocation, customEverything];

function decoder({
  logTypes = both,
  strict = false,
}: {
  logTypes?: readonly LogType[];
  strict?: boolean;
} = {}) {
  return recordDecoder({ logTypes, strict, digest: sha256, clock: () => NOW });
}

const call = {
  timestamp: "2026-08-03T22:54:46Z",
  accountId: "111122223333",
  requestId: "r-1",
  operation: "Converse",
  modelId: "amazon.nova-lite-v1:0",
};
const door = { id: "1", count: 2, addresses: ["10.0.0.2", "10.0.0.1"] };

function eventOf(record: object, options?: Parameters<typeof decoder>[0]) {
  const decoded = decoder(options)(record as JsonObject, { path: "a.json" });
  if (decoded.event === undefined) throw new Error(decoded.message);
  return decoded.event;
}

function refusalOf(record: object, options?: Parameters<typeof decoder>[0]) {
  const { event, ...refusal } = decoder(options)(record as JsonObject);
  expect(event).toBeUndefined();
  return refusal;
}

describe("an event", () => {
  test("has its own fields and the standard ones", () => {
    const identity = { arn: "arn:aws:sts::111122223333:assumed-role/Admin/amy@example.com" };
    expect(eventOf({ ...call, identity })).toEqual({
      ...call,
      identity,
      timestamp: new Date(call.timestamp),
      p_log_type: "AWS.BedrockModelInvocation",
      p_row_id: "2c3457db52d6aae93c68c82117cf8d67",
      p_event_time: new Date(call.timestamp),
      p_parse_time: NOW,
      p_source_file: { path: "a.json" },
      p_any_aws_account_ids: ["111122223333"],
      p_any_aws_arns: [identity.arn],
      p_any_emails: ["amy@example.com"],
    });
  });

  test("without an event time happened when it was parsed; without a file it has none", () => {
    const decoded = decoder()(door);
    expect(decoded.event).toMatchObject({ p_event_time: NOW, p_parse_time: NOW });
    expect(decoded.event).not.toHaveProperty("p_source_file");
    expect(decoded.event).not.toHaveProperty("p_field_issues");
  });

  test("keeps its own fields when the record claims standard ones", () => {
    const record = { ...call, p_row_id: "mine", p_log_type: "Mine", p_any_emails: ["a@b"], constructor: "c" };
    const decoded = decoder()(record);
    expect(decoded.event).toEqual(decoder()(call).event);
    expect(decoded).toMatchObject({
      unknown: new Map([
        ["p_row_id", "text"],
        ["p_log_type", "text"],
        ["p_any_emails", "array"],
        ["constructor", "text"],
      ]),
    });
  });

  test("lists the fields that were left out, and tells those that are unknown", () => {
    const record = {
      ...call,
      status: {},
      input: { inputTokenCount: "many", new: 1 },
      output: { outputVideoHeight: 23.976, outputTokenCount: 5 },
    };
    const decoded = decoder()(record);
    expect(decoded).toMatchObject({
      unknown: new Map([["input.new", "integer"]]),
      event: { input: {}, output: { outputTokenCount: 5 } },
    });
    expect(decoded.event?.p_field_issues).toEqual([
      { path: "input.inputTokenCount", expected: "bigint", found: "text" },
      { path: "output.outputVideoHeight", expected: "bigint", found: "float" },
      { path: "status", expected: "string", found: "object" },
    ]);
  });

  test("keeps a rate of frames that is no integer, as the vendor's schema would not", () => {
    expect(eventOf({ ...call, output: { outputVideoFramesPerSecond: 23.976 } })).toHaveProperty(
      "output.outputVideoFramesPerSecond",
      23.976,
    );
  });

  test("fits the zod schema of its log type", () => {
    expect(
      awsBedrockModelInvocation.schema().safeParse(eventOf({ ...call, input: {} })).error,
    ).toBeUndefined();
    expect(customEverything.schema().safeParse(eventOf(door)).error).toBeUndefined();
    expect(awsBedrockModelInvocation.schema().safeParse(eventOf(door)).success).toBe(false);
  });
});

test("__proto__ in a record pollutes nothing", () => {
  const text = JSON.stringify(call).replace(
    "{",
    '{"__proto__":{"errorCode":"polluted"},"identity":{"__proto__":{"arn":"x"}},',
  );
  const decoded = decoder()(JSON.parse(text) as JsonObject);
  expect(decoded).toMatchObject({
    unknown: new Map([
      ["identity.__proto__", "object"],
      ["__proto__", "object"],
    ]),
  });
  expect(decoded.event).not.toHaveProperty("errorCode");
  expect(decoded.event).toHaveProperty("identity", {});
  expect({}).not.toHaveProperty("errorCode");
});

const idOf = (record: object) => eventOf(record).p_row_id;

describe("the row id", () => {
  test("is the same for the same call, whatever else the record says", () => {
    expect(idOf({ ...call, region: "eu-west-1" })).toBe(idOf(call));
    expect(idOf({ ...call, timestamp: "2026-08-04T00:54:46.000+02:00" })).toBe(idOf(call));
  });

  test.each([
    ["requestId", "r-2"],
    ["timestamp", "2026-08-03T22:54:47Z"],
    ["operation", "InvokeModel"],
    ["operation", undefined],
    ["modelId", "amazon.nova-pro-v1:0"],
  ])("differs with another %s (%s)", (field, value) => {
    expect(idOf({ ...call, [field]: value })).not.toBe(idOf(call));
  });

  test("is made from the whole content where there is no identity, in any order of keys", () => {
    const { requestId: _, ...anonymous } = call;
    const reordered = Object.fromEntries(Object.entries(anonymous).toReversed());
    expect(idOf(reordered)).toBe(idOf(anonymous));
    expect(idOf({ ...anonymous, region: "eu-west-1" })).not.toBe(idOf(anonymous));
    expect(idOf({ ...door, count: 3 })).not.toBe(idOf(door));
    expect(idOf({ addresses: door.addresses, count: 2, id: "1" })).toBe(idOf(door));
  });

  test("is 32 hexadecimal digits", () => {
    expect(idOf(door)).toMatch(/^[0-9a-f]{32}$/);
  });
});

/** A log type that requires nothing, and knows a time and one field. */
function open(name: string, field: string): LogType {
  return {
    name,
    decode(record, to) {
      to.string(record[field], field);
      to.rest(record, new Set(["at", field]));
      return {};
    },
    schema: customEverything.schema,
  };
}

describe("of two log types", () => {
  test("the one that fits takes the record, whatever came before", () => {
    const decode = decoder();
    const names = [door, call, call, door].map((record) => decode(record).event?.p_log_type);
    expect(names).toEqual([
      "Custom.Everything",
      "AWS.BedrockModelInvocation",
      "AWS.BedrockModelInvocation",
      "Custom.Everything",
    ]);
  });

  test("the one that reads it without an issue goes first, then the first that can", () => {
    const record = { ...call, ...door };
    expect(eventOf(record).p_log_type).toBe("AWS.BedrockModelInvocation");
    expect(eventOf({ ...record, status: [] }).p_log_type).toBe("Custom.Everything");
    expect(eventOf({ ...record, status: [], share: [] }).p_log_type).toBe("AWS.BedrockModelInvocation");
  });

  test("of two that read it without an issue the one that knows more of its fields takes it", () => {
    const logTypes = [open("P", "a"), open("Q", "b")];
    expect(eventOf({ at: 1, b: "x" }, { logTypes }).p_log_type).toBe("Q");
    expect(eventOf({ at: 1, a: "x" }, { logTypes }).p_log_type).toBe("P");
    // Where both know as much, the first; and an issue weighs more than what is unknown.
    expect(eventOf({ at: 1, c: "x" }, { logTypes }).p_log_type).toBe("P");
    expect(eventOf({ at: 1, b: {}, c: 1 }, { logTypes }).p_log_type).toBe("P");
  });

  test("each says why it refuses a foreign record", () => {
    expect(refusalOf({ hello: "world" })).toEqual({
      code: "RECORD_NOT_CLASSIFIED",
      message:
        "not AWS.BedrockModelInvocation: the required field accountId is missing; not Custom.Everything: the required field id is missing",
    });
  });

  test("none takes anything where there is none", () => {
    expect(refusalOf(call, { logTypes: [] })).toEqual({
      code: "RECORD_NOT_CLASSIFIED",
      message: "there is no log type",
    });
  });
});

describe("a record is refused", () => {
  const logTypes = [awsBedrockModelInvocation];

  test.each<[string, object, string]>([
    ["for a required field that is missing", { modelId: undefined }, "modelId is missing"],
    ["for one that is null", { modelId: null }, "modelId is null"],
    ["for one that is empty where empty says nothing", { timestamp: "" }, "timestamp is empty text"],
    ["for one of a wrong type", { modelId: { secret: 1 } }, "modelId should be string, but is object"],
    [
      "for a time that is none",
      { timestamp: "secret" },
      "timestamp should be timestamp (rfc3339), but is text",
    ],
    [
      "for a number that lost digits",
      { accountId: 2 ** 60 },
      "accountId should be string, but is integer beyond 2^53",
    ],
  ])("%s", (_, fields, why) => {
    expect(refusalOf({ ...call, ...fields }, { logTypes })).toEqual({
      code: "RECORD_NOT_CLASSIFIED",
      message: `not AWS.BedrockModelInvocation: the required field ${why}`,
    });
  });

  test("in strict mode for any field", () => {
    expect(refusalOf({ ...call, status: { secret: 1 } }, { logTypes, strict: true })).toEqual({
      code: "RECORD_FIELD_INVALID",
      message: "AWS.BedrockModelInvocation: the field status should be string, but is object",
    });
    expect(eventOf({ ...call, unknown: 1 }, { logTypes, strict: true })).toBeDefined();
  });

  test("but not for an empty required text", () => {
    expect(eventOf({ ...call, modelId: "" })).toHaveProperty("modelId", "");
  });
});
