import { describe, expect, test } from "vitest";
import { toolCalls } from "../../../sdk/bedrock/index.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";
import { answered, event, sandbox } from "./event.ts";

const callsOf = (body: JsonValue) =>
  toolCalls(answered(body)).map(({ id, name, input }) => [id, name, input]);

describe("the sandbox's records", () => {
  test.each([
    ["converse-tool-use", "tooluse_Zr81mqCd", "book_slot", { depot: "Oster Quay", hour: 14 }],
    [
      "invoke-model-with-response-stream-tool-use",
      "toolu_bdrk_01b",
      "distance",
      { from: "Brackwell", to: "Tarn Junction" },
    ],
    ["invoke-model-mistral-chat", "call0slots", "list_slots", { day: "Friday" }],
    ["invoke-model-openai-chat", "call_ferry_1", "ferry_times", { to: "Sandvik Dock" }],
  ])("%s", (name, id, tool, input) => {
    expect(toolCalls(sandbox(name))).toMatchObject([{ id, name: tool, input }]);
  });

  test.each([
    "converse-text",
    "invoke-model-anthropic-messages",
    "converse-metadata-only",
    "converse-error-access-denied",
  ])("%s has none", (name) => {
    expect(toolCalls(sandbox(name))).toEqual([]);
  });
});

const start = (index: number, name: string) => ({
  type: "content_block_start",
  index,
  content_block: { type: "tool_use", name, input: {} },
});
const piece = (index: number, json: string) => ({
  type: "content_block_delta",
  index,
  delta: { type: "input_json_delta", partial_json: json },
});

describe("bodies", () => {
  const expected = [["t1", "find", { number: 5 }]];
  test.each<[string, JsonValue]>([
    [
      "Converse",
      {
        output: {
          message: { content: [{ toolUse: { toolUseId: "t1", name: "find", input: { number: 5 } } }] },
        },
      },
    ],
    ["Anthropic", { content: [{ type: "tool_use", id: "t1", name: "find", input: { number: 5 } }] }],
    [
      "Anthropic, a tool of the server",
      { content: [{ type: "server_tool_use", id: "t1", name: "find", input: { number: 5 } }] },
    ],
    [
      "chat",
      {
        choices: [
          { message: { tool_calls: [{ id: "t1", function: { name: "find", arguments: '{"number":5}' } }] } },
        ],
      },
    ],
    [
      "chat with JSON as it is",
      {
        choices: [
          { message: { tool_calls: [{ id: "t1", function: { name: "find", arguments: { number: 5 } } }] } },
        ],
      },
    ],
    ["Cohere Command R", { text: "", tool_calls: [{ id: "t1", name: "find", parameters: { number: 5 } }] }],
    [
      "OpenAI responses",
      {
        object: "response",
        output: [{ type: "function_call", call_id: "t1", name: "find", arguments: '{"number":5}' }],
      },
    ],
    [
      "Anthropic's stream",
      [
        {
          type: "content_block_start",
          index: 1,
          content_block: { type: "tool_use", id: "t1", name: "find", input: {} },
        },
        { type: "content_block_delta", index: 1, delta: { type: "input_json_delta", partial_json: "" } },
        { type: "content_block_delta", index: 1, delta: { type: "input_json_delta", partial_json: '{"num' } },
        {
          type: "content_block_delta",
          index: 1,
          delta: { type: "input_json_delta", partial_json: 'ber":5}' },
        },
      ],
    ],
    [
      "Nova's stream",
      [
        {
          contentBlockStart: { start: { toolUse: { toolUseId: "t1", name: "find" } }, contentBlockIndex: 1 },
        },
        { contentBlockDelta: { delta: { toolUse: { input: '{"num' } }, contentBlockIndex: 1 } },
        { contentBlockDelta: { delta: { toolUse: { input: 'ber":5}' } }, contentBlockIndex: 1 } },
      ],
    ],
    [
      "a chat's stream",
      [
        {
          choices: [
            {
              index: 0,
              delta: { tool_calls: [{ index: 0, id: "t1", function: { name: "find", arguments: "" } }] },
            },
          ],
        },
        { choices: [{ index: 0, delta: { tool_calls: [{ index: 0, function: { arguments: '{"num' } }] } }] },
        {
          choices: [{ index: 0, delta: { tool_calls: [{ index: 0, function: { arguments: 'ber":5}' } }] } }],
        },
      ],
    ],
    [
      "a stream of OpenAI responses",
      [
        {
          type: "response.output_item.added",
          output_index: 1,
          item: { type: "function_call", call_id: "t1", name: "find", arguments: "" },
        },
        { type: "response.function_call_arguments.delta", output_index: 1, delta: '{"num' },
        { type: "response.function_call_arguments.delta", output_index: 1, delta: 'ber":5}' },
        { type: "response.function_call_arguments.done", output_index: 1, arguments: '{"number":5}' },
        {
          type: "response.output_item.done",
          output_index: 1,
          item: { type: "function_call", call_id: "t1", name: "find", arguments: '{"number":5}' },
        },
      ],
    ],
  ])("%s", (_, body) => {
    expect(callsOf(body)).toEqual(expected);
  });

  test("calls of a stream stay apart", () => {
    expect(
      callsOf([
        start(0, "find"),
        start(1, "book"),
        piece(1, "[1"),
        piece(0, "[0"),
        piece(1, "]"),
        piece(0, "]"),
      ]),
    ).toEqual([
      [undefined, "find", [0]],
      [undefined, "book", [1]],
    ]);
  });

  test.each<[string, (calls: JsonValue[]) => JsonValue]>([
    ["in one body", (calls) => ({ choices: [{ message: { tool_calls: calls } }] })],
    ["in a stream", (calls) => calls.map((call) => ({ choices: [{ delta: { tool_calls: [call] } }] }))],
  ])("a chat's calls stay apart %s", (_, bodyOf) => {
    const first = { index: 0, function: { name: "find", arguments: "[0]" } };
    const second = { index: 1, function: { name: "book", arguments: "[1]" } };
    expect(callsOf(bodyOf([first, second]))).toEqual([
      [undefined, "find", [0]],
      [undefined, "book", [1]],
    ]);
    const named = [
      { id: "t1", function: { name: "find", arguments: "[0]" } },
      { id: "t2", function: { name: "find", arguments: "[1]" } },
    ];
    expect(callsOf(bodyOf(named))).toEqual([
      ["t1", "find", [0]],
      ["t2", "find", [1]],
    ]);
  });

  test("input that was cut off stays text", () => {
    const body = {
      choices: [{ message: { tool_calls: [{ function: { name: "bash", arguments: '{"command":"curl' } }] } }],
    };
    expect(toolCalls(answered(body))).toEqual([
      { id: undefined, name: "bash", input: '{"command":"curl', text: '{"command":"curl' },
    ]);
  });

  test.each<[string, JsonValue]>([
    [
      "null",
      {
        content: [{ toolUse: null }, null],
        choices: [{ message: { tool_calls: [null, 5] } }],
        tool_calls: [null],
      },
    ],
    ["lists", { content: [{ toolUse: [] }], tool_calls: [[]] }],
    [
      "a start of nothing",
      [
        { contentBlockStart: { start: {}, contentBlockIndex: 0 } },
        { contentBlockStart: { start: { toolUse: null } } },
      ],
    ],
    ["another item of OpenAI responses", [{ type: "response.output_item.added", item: { type: "message" } }]],
    ["tool_calls that is null", { choices: [{ message: { content: "a", tool_calls: null } }] }],
  ])("%s is no call", (_, body) => {
    expect(callsOf(body)).toEqual([]);
  });

  test("a call that needs no input has an empty one, in a stream too", () => {
    expect(callsOf([start(0, "now"), piece(0, "")])).toEqual([[undefined, "now", {}]]);
  });

  test("a call without a name or input is one all the same", () => {
    expect(callsOf({ content: [{ type: "tool_use", name: 5 }] })).toEqual([[undefined, "", undefined]]);
  });

  test("keys that every object answers to stay data", () => {
    const body = {
      choices: [
        {
          message: {
            tool_calls: [
              { function: { name: "constructor", arguments: '{"__proto__":{"polluted":"yes"}}' } },
            ],
          },
        },
      ],
    };
    const [call] = toolCalls(answered(body));
    expect(JSON.stringify(call?.input)).toBe('{"__proto__":{"polluted":"yes"}}');
    expect(call?.text).toBe("yes");
    expect(Object.prototype).not.toHaveProperty("polluted");
  });
});

test("the text of a call is every text in its input, in order", () => {
  const input = { command: "curl", flags: ["-s", { to: "sh" }, 5, null], dry: false };
  const [call] = toolCalls(answered({ content: [{ type: "tool_use", name: "bash", input }] }));
  expect(call?.text).toBe("curl\n-s\nsh");
});

describe("calls written as XML", () => {
  test.each<[string, string, [string, string][]]>([
    [
      "the older form",
      "Now:\n<invoke>\n<tool_name>bash</tool_name>\n<parameters>ls</parameters></invoke>",
      [["bash", "\n<parameters>ls</parameters>"]],
    ],
    [
      "the newer form",
      '<invoke name="bash"><parameter name="command">ls</parameter></invoke>',
      [["bash", '><parameter name="command">ls</parameter>']],
    ],
    [
      "two",
      '<invoke name="a">1</invoke> and <invoke name="b">2</invoke>',
      [
        ["a", ">1"],
        ["b", ">2"],
      ],
    ],
    [
      "one that was cut off",
      '<invoke name="bash"><parameter name="command">l',
      [["bash", '><parameter name="command">l']],
    ],
    ["one without a name, but with quotes", '<invoke>say "ls"</invoke>', []],
    ["one without a name", "<invoke>ls</invoke>", []],
    ["a name without an end", '<invoke name="ba', []],
    ["talk of it", "Use <invoke to call.", []],
  ])("%s", (_, text, calls) => {
    const found = toolCalls(answered({ completion: text }));
    expect(found.map(({ name, input }) => [name, input])).toEqual(calls);
  });
});

test("every rule gets the same calls, and none can change them", () => {
  const one = sandbox("converse-tool-use");
  expect(toolCalls(one)).toBe(toolCalls(one));
  expect(Object.isFrozen(toolCalls(one))).toBe(true);
  expect(toolCalls(one).every(Object.isFrozen)).toBe(true);
  expect(toolCalls(event())).toEqual([]);
});
