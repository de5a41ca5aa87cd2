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
    ["an object of its own with Records", '{"Records":[]}', [{ Records: [] }]],
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
});
