import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { gist, read } from "./helpers.ts";

const A = { a: 1 };
const B = { b: "é" };
const [a, b] = [JSON.stringify(A), JSON.stringify(B)];
const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

const packed = (value: unknown): string => gzipSync(JSON.stringify(value)).toString("base64");
const message = (...messages: readonly string[]): object => ({
  messageType: "DATA_MESSAGE",
  owner: "111122223333",
  logGroup: "/bedrock",
  logEvents: messages.map((text, at) => ({ id: `${at}`, timestamp: 1_785_967_200_000, message: text })),
});
const control = { messageType: "CONTROL_MESSAGE", owner: "CloudwatchLogs", logEvents: [{ message: "x" }] };
const kinesis = (...data: readonly string[]): object => ({
  Records: data.map((one) => ({ kinesis: { data: one, partitionKey: "1" }, eventSource: "aws:kinesis" })),
});

const trail = (eventID: string, more: object = {}): object => ({
  eventVersion: "1.11",
  eventTime: "2026-08-12T09:00:00Z",
  eventID,
  ...more,
});
const [T, U] = [trail("t", { note: '"é" ]}' }), trail("u", { resources: [{ ARN: "x" }], inner: {} })];
const records = (...elements: readonly unknown[]): object => ({ Records: elements });
const bridged = {
  version: "0",
  "detail-type": "AWS API Call via CloudTrail",
  source: "aws.bedrock",
  account: "111122223333",
  detail: T,
};
const notification = {
  eventVersion: "2.1",
  eventTime: "2026-08-12T09:00:00Z",
  eventName: "ObjectCreated:Put",
};

describe("containers", () => {
  test.each<[string, string, unknown[]]>([
    ["a subscription payload", JSON.stringify(message(a, b)), [A, B]],
    ["a pretty-printed one", pretty(message(a, b)), [A, B]],
    [
      "payloads right after one another",
      [message(a), control, message(b)].map((one) => JSON.stringify(one)).join(""),
      [A, "control message", B],
    ],
    [
      "a payload of broken messages",
      JSON.stringify(message(a, "{", "text")),
      [A, "RECORD_JSON_BROKEN", "RECORD_JSON_BROKEN"],
    ],
    ["a payload without messages", JSON.stringify(message()), []],
    [
      "a payload whose messages are no texts",
      '{"messageType":"DATA_MESSAGE","logEvents":[{"message":1}]}',
      [{ messageType: "DATA_MESSAGE", logEvents: [{ message: 1 }] }],
    ],
    [
      "a payload with odd entries, which spoil none of the others",
      JSON.stringify({
        messageType: "DATA_MESSAGE",
        logEvents: [{ message: a }, { id: "2" }, null, { message: { x: 1 } }, { message: b }],
      }),
      [A, "RECORD_PAYLOAD_BROKEN", "RECORD_PAYLOAD_BROKEN", "RECORD_PAYLOAD_BROKEN", B],
    ],
    ["a control message", JSON.stringify(control), ["control message"]],
    ["a pretty-printed control message", pretty(control), ["control message"]],
    ["the event of a function", JSON.stringify({ awslogs: { data: packed(message(a, b)) } }), [A, B]],
    [
      "the event of a function, broken",
      JSON.stringify({ awslogs: { data: packed(message(a)).slice(0, -9) } }),
      ["RECORD_PAYLOAD_BROKEN"],
    ],
    [
      "the event of a function, no payload",
      JSON.stringify({ awslogs: { data: "text" } }),
      ["RECORD_PAYLOAD_BROKEN"],
    ],
    [
      "a line of gzip in base64",
      `${packed(message(a))}\r\n${packed(control)}\n${packed(B)}`,
      [A, "control message", B],
    ],
    ["a line of base64, broken", `${packed(message(a)).slice(0, 40)}\n${b}`, ["RECORD_PAYLOAD_BROKEN", B]],
    ["Kinesis records", JSON.stringify(kinesis(packed(message(a)), packed(message(b)))), [A, B]],
    [
      "Kinesis records that are not compressed",
      JSON.stringify(kinesis(Buffer.from(a).toString("base64"))),
      [A],
    ],
    [
      "what aws logs prints",
      pretty({ events: [{ timestamp: 1, message: a }, { message: b }], nextForwardToken: "f/1" }),
      [A, B],
    ],
    ["what aws logs prints when there is nothing", '{"events":[],"searchedLogStreams":[]}', []],
    ["lines of an export", `2026-08-05T23:00:33.000Z ${a}\n2026-08-05T23:00:33Z ${b}\n`, [A, B]],
    [
      "lines of aws logs tail",
      `2026-08-05T23:00:33.123456+00:00 aws/bedrock/modelinvocations ${a}\n2026-08-05T23:00:33 ${b}\n`,
      [A, B],
    ],
    [
      "an export that starts with other text",
      `2026-08-05T23:00:33Z START\n2026-08-05T23:00:33Z ${b}\n`,
      ["RECORD_JSON_BROKEN", B],
    ],
    ["an object of its own with events", '{"events":[],"user":"ana"}', [{ events: [], user: "ana" }]],
    ["a file of CloudTrail", JSON.stringify(records(T, U)), [T, U]],
    ["a pretty-printed one", pretty(records(T, U)), [T, U]],
    [
      "files of CloudTrail in lines",
      `${JSON.stringify(records(T))}\n${JSON.stringify(records(U))}\n`,
      [T, U],
    ],
    [
      "files of CloudTrail right after one another",
      JSON.stringify(records(T)) + JSON.stringify(records(U)),
      [T, U],
    ],
    ["a file of CloudTrail without records", '{"Records":[]}', []],
    [
      "a file of CloudTrail with an odd element",
      JSON.stringify(records(T, 5, { a: 1 }, U)),
      [T, "RECORD_NOT_OBJECT", { a: 1 }, U],
    ],
    [
      "a file of CloudTrail that was cut off",
      JSON.stringify(records(T, U)).slice(0, -9),
      [T, "RECORD_JSON_BROKEN"],
    ],
    ["a file of CloudTrail that was cut off before its first record", '{"Records":[', ["RECORD_JSON_BROKEN"]],
    [
      "a file of CloudTrail with more than records",
      JSON.stringify({ ...records(T, U), x: 1 }),
      [T, U, "RECORD_JSON_BROKEN"],
    ],
    ["CloudTrail records in a subscription payload", JSON.stringify(message(JSON.stringify(T))), [T]],
    ["an event of EventBridge", JSON.stringify(bridged), [T]],
    ["events of EventBridge right after one another", JSON.stringify(bridged).repeat(2), [T, T]],
    [
      "an event of EventBridge that is not from CloudTrail",
      JSON.stringify({ ...bridged, "detail-type": "Scheduled Event" }),
      [{ ...bridged, "detail-type": "Scheduled Event" }],
    ],
    [
      "an event of EventBridge without a record",
      JSON.stringify({ ...bridged, detail: { eventID: 1 } }),
      [{ ...bridged, detail: { eventID: 1 } }],
    ],
    [
      "what aws cloudtrail prints",
      pretty({ Events: [{ EventId: "t", CloudTrailEvent: JSON.stringify(T) }], NextToken: "n" }),
      [T],
    ],
    ["an object with other Records", JSON.stringify(records(notification)), [records(notification)]],
    ["an object of its own with Records", JSON.stringify({ ...records(), x: 1 }), [{ ...records(), x: 1 }]],
    [
      "an object of its own with awslogs",
      '{"awslogs":{"data":"x"},"user":"ana"}',
      [{ awslogs: { data: "x" }, user: "ana" }],
    ],
    [
      "containers without end",
      [1, 2, 3, 4, 5].reduce((inner) => JSON.stringify(message(inner)), a),
      ["RECORD_PAYLOAD_BROKEN"],
    ],
    [
      "files of CloudTrail without end",
      '{"Records":['.repeat(9) + JSON.stringify(T) + "]}".repeat(9),
      [[1, 2, 3, 4, 5, 6, 7, 8, 9].reduce((inner) => records(inner), T)],
    ],
  ])("%s", async (_name, text, expected) => {
    expect((await read(text)).map(gist)).toEqual(expected);
  });

  test("a message keeps its own text and the place of its container", async () => {
    const container = JSON.stringify(message(a, "{"));
    expect(await read(`${b}\n${container}\n`)).toMatchObject([
      { raw: b },
      { raw: a, line: 2, offset: Buffer.byteLength(b) + 1 },
      { raw: "{", line: 2, offset: Buffer.byteLength(b) + 1 },
    ]);
  });

  test.each<[string, string, number[]]>([
    ["on one line", `${b}\n${JSON.stringify(records(T, U))}\n`, [1, 2, 2]],
    ["pretty-printed", pretty(records(T, U)), [3, 9]],
  ])("a record of a CloudTrail file %s keeps its own text and place", async (_name, text, lines) => {
    const found = await read(text);
    expect(found.map(({ line }) => line)).toEqual(lines);
    for (const record of found) {
      const raw = "raw" in record ? record.raw : "";
      expect(JSON.parse(raw)).toEqual(gist(record));
      expect(record.offset).toBe(Buffer.byteLength(text.slice(0, text.indexOf(raw))));
    }
  });

  test("an event of EventBridge keeps its text", async () => {
    const raw = JSON.stringify(bridged);
    expect(await read(raw)).toMatchObject([{ raw, line: 1, offset: 0 }]);
  });
});
