import { describe, expect, test } from "vitest";
import { prompt } from "../../../sdk/bedrock/index.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";
import { asked, event, sandbox } from "./event.ts";

const user = (content: JsonValue): JsonValue => ({ role: "user", content });
const assistant = (content: JsonValue): JsonValue => ({ role: "assistant", content });

describe("the sandbox's records", () => {
  test.each([
    [
      "converse-text",
      "How many pallets fit into a trailer of thirteen metres?",
      "You answer questions of a freight office. Be brief.",
    ],
    [
      "converse-cached-prompt",
      "Rename the column weight to gross_weight everywhere.",
      "You change the code of a freight office.",
    ],
    ["converse-document", "Which pallets are missing on this manifest?", ""],
    ["converse-guardrail-blocked-input", "What does the haulier next door charge per pallet?", ""],
    ["invoke-model-anthropic-text", "\n\nHuman: Name a colour for a lorry.\n\nAssistant:", ""],
    ["invoke-model-cohere-command", "And on Tuesday?", "You know the gates."],
    ["invoke-model-cohere-embed", "paper reels for Brackwell\ntinned fruit for Linden Ford", ""],
    ["invoke-model-error-throttled", "Which trucks are free on Thursday?", ""],
    ["invoke-model-mistral-chat", "Plan the slots for Friday.", "You plan loading slots."],
    ["invoke-model-nova", "Garden chairs: bulky or heavy?", "You sort goods."],
    ["invoke-model-openai-chat", "Next ferry to Sandvik Dock?", "You look up schedules."],
    ["invoke-model-titan-embed", "bottle glass, six pallets, Marrow Hill", ""],
    ["invoke-model-titan-image", "a green lorry on a quay, flat drawing", ""],
    ["invoke-model-titan-text", "Write one line for the notice board: the canteen opens late.", ""],
    [
      "invoke-model-with-response-stream-tool-use",
      "How far is it from Brackwell to Tarn Junction?",
      "You plan routes.",
    ],
    ["converse-stream-offloaded-body", "", ""],
    ["converse-metadata-only", "", ""],
    ["converse-error-access-denied", "", ""],
    ["stray-request-keys", "", ""],
  ])("%s", (name, lastTurn, system) => {
    expect(prompt(sandbox(name))).toMatchObject({ lastTurn, system, toolResults: [] });
  });

  test.each([
    ["converse-tool-use", "TV-20417\nOster Quay"],
    ["invoke-model-anthropic-messages", "412 kg"],
  ])("%s: the last turn is a tool's result", (name, result) => {
    expect(prompt(sandbox(name))).toMatchObject({ lastTurn: "", toolResults: [result] });
  });
});

describe("the last turn", () => {
  test.each<[string, JsonValue[], string]>([
    ["has none of the turns before", [user("one"), assistant("two"), user("three")], "three"],
    [
      "is every message since the last answer",
      [user("one"), assistant("two"), user("three"), user("four")],
      "three\nfour",
    ],
    [
      "goes before an answer that is begun already",
      [user("one"), assistant("two"), user("three"), assistant("Sure,")],
      "three",
    ],
    [
      "leaves out what the system says in between",
      [user("one"), { role: "system", content: "Be brief." }],
      "one",
    ],
    ["counts a role that nobody knows", [assistant("one"), { role: "human", content: "two" }], "two"],
    ["counts a message without a role", [assistant("one"), { content: "two" }], "two"],
    ["counts a message that is only a text", [assistant("one"), "two"], "two"],
    [
      "puts blocks together",
      [user([{ text: "one" }, { image: { format: "png" } }, { type: "text", text: "two" }, "three"])],
      "one\ntwo\nthree",
    ],
    ["takes one block for a list of one", [user({ text: "one" })], "one"],
    ["passes over an object that is no block", [user({ error: "none" })], ""],
    ["passes over null", [user(null), null, user([null, 5, true, []])], ""],
    ["is all where the model never answered", [user("one"), user("two")], "one\ntwo"],
    ["is empty where nobody asked", [assistant("one")], ""],
    ["is empty without messages", [], ""],
  ])("%s", (_, messages, lastTurn) => {
    expect(prompt(asked({ messages })).lastTurn).toBe(lastTurn);
    expect(prompt(asked({ input: messages })).lastTurn).toBe(lastTurn);
  });

  test.each<[string, JsonValue]>([
    ["guarded content", { guardContent: { text: { text: "one", qualifiers: ["query"] } } }],
    ["a document's text in Converse", { document: { name: "notes", source: { text: "one" } } }],
    ["a document's content in Converse", { document: { source: { content: [{ text: "one" }, 5] } } }],
    ["a document's text of Anthropic", { type: "document", source: { type: "text", data: "one" } }],
    [
      "a document's content of Anthropic",
      { type: "document", source: { type: "content", content: [{ type: "text", text: "one" }] } },
    ],
    [
      "a document's content of Anthropic as one text",
      { type: "document", source: { type: "content", content: "one" } },
    ],
    ["the input of OpenAI responses", { type: "input_text", text: "one" }],
  ])("has %s", (_, block) => {
    expect(prompt(asked({ messages: [user([block])] })).lastTurn).toBe("one");
  });

  test.each<[string, JsonValue]>([
    ["a document's bytes", { document: { source: { bytes: "b25l", s3Uri: "s3://tolvane-logs/data/1" } } }],
    ["a document's bytes of Anthropic", { type: "document", source: { type: "base64", data: "b25l" } }],
    ["an image", { type: "image_url", image_url: { url: "data:image/png;base64,b25l" } }],
    ["a cache point", { cachePoint: { type: "default" } }],
  ])("has not %s", (_, block) => {
    expect(prompt(asked({ messages: [user([block])] }))).toMatchObject({
      lastTurn: "",
      toolResults: [],
      text: "",
    });
  });

  test.each<[string, JsonValue, string]>([
    ["prompt", { prompt: "one" }, "one"],
    ["OpenAI responses", { input: "one" }, "one"],
    [
      "Stability AI",
      {
        text_prompts: [
          { text: "one", weight: 1 },
          { text: "two", weight: -1 },
        ],
      },
      "one\ntwo",
    ],
    [
      "a prompt's variables in Converse",
      { promptVariables: { city: { text: "one" }, day: { text: "two" } } },
      "one\ntwo",
    ],
    ["a search among documents", { query: "one", documents: [] }, "one"],
    [
      "Nova's embeddings",
      { taskType: "SINGLE_EMBEDDING", singleEmbeddingParams: { text: { value: "one" } } },
      "one",
    ],
    ["Nova Reel", { taskType: "TEXT_VIDEO", textToVideoParams: { text: "one" } }, "one"],
    [
      "Cohere Command R",
      {
        message: "three",
        chat_history: [
          { role: "USER", message: "one" },
          { role: "CHATBOT", message: "two" },
        ],
      },
      "three",
    ],
  ])("of %s", (_, body, lastTurn) => {
    expect(prompt(asked(body)).lastTurn).toBe(lastTurn);
  });
});

describe("tool results of the last turn", () => {
  test.each<[string, JsonValue, string[]]>([
    [
      "Converse, text",
      {
        messages: [user([{ toolResult: { toolUseId: "t1", content: [{ text: "one" }, { text: "two" }] } }])],
      },
      ["one\ntwo"],
    ],
    [
      "Converse, JSON",
      { messages: [user([{ toolResult: { content: [{ json: { a: ["one", 5, { b: "two" }] } }] } }])] },
      ["one\ntwo"],
    ],
    [
      "Anthropic, text",
      { messages: [user([{ type: "tool_result", tool_use_id: "t1", content: "one" }])] },
      ["one"],
    ],
    [
      "Anthropic, blocks",
      { messages: [user([{ type: "tool_result", content: [{ type: "text", text: "one" }] }])] },
      ["one"],
    ],
    [
      "Anthropic, two at once",
      {
        messages: [
          user([
            { type: "tool_result", content: "one" },
            { type: "web_search_tool_result", content: [] },
          ]),
        ],
      },
      ["one", ""],
    ],
    [
      "Anthropic, an object",
      { messages: [user([{ type: "tool_result", content: { error: "one", source: { of: "two" } } }])] },
      ["one\ntwo"],
    ],
    [
      "Anthropic, nothing",
      { messages: [user([{ type: "tool_result" }, { type: "tool_result", content: null }])] },
      [],
    ],
    [
      "chat",
      {
        messages: [
          user("ask"),
          assistant(null),
          { role: "tool", tool_call_id: "c1", content: "one" },
          { role: "tool", content: "two" },
        ],
      },
      ["one", "two"],
    ],
    [
      "OpenAI responses",
      {
        input: [
          { type: "function_call", name: "find" },
          { type: "function_call_output", call_id: "c1", output: "one" },
        ],
      },
      ["one"],
    ],
    [
      "Converse, a search result",
      {
        messages: [
          user([
            { searchResult: { source: "s3://tolvane-docs/1", title: "one", content: [{ text: "two" }] } },
            { toolResult: { content: [{ searchResult: { content: [{ text: "three" }] } }] } },
          ]),
        ],
      },
      ["one\ntwo", "three"],
    ],
    [
      "Anthropic, a search result",
      {
        messages: [
          user([
            { type: "search_result", source: "a", title: "one", content: [{ type: "text", text: "two" }] },
            { type: "tool_result", content: [{ type: "search_result", content: [{ text: "three" }] }] },
          ]),
        ],
      },
      ["one\ntwo", "three"],
    ],
    [
      "Converse, a document and what has no text",
      {
        messages: [
          user([
            {
              toolResult: {
                content: [
                  { document: { name: "a", format: "txt", source: { text: "one" } } },
                  { document: { name: "b", format: "pdf", source: { bytes: "b25l" } } },
                  { image: { format: "png", source: { bytes: "b25l" } } },
                  { video: { format: "mp4", source: { s3Location: { uri: "s3://tolvane-docs/2" } } } },
                ],
              },
            },
          ]),
        ],
      },
      ["one"],
    ],
    [
      "Anthropic, a document and an image",
      {
        messages: [
          user([
            {
              type: "tool_result",
              content: [
                { type: "document", source: { type: "text", media_type: "text/plain", data: "one" } },
                { type: "image", source: { type: "base64", media_type: "image/png", data: "b25l" } },
              ],
            },
          ]),
        ],
      },
      ["one"],
    ],
    [
      "OpenAI responses, an image",
      {
        input: [
          {
            type: "function_call_output",
            output: [
              { type: "input_text", text: "one" },
              { type: "input_image", image_url: "data:image/png;base64,b25l" },
            ],
          },
        ],
      },
      ["one"],
    ],
    [
      "Converse, JSON that looks like an image",
      { messages: [user([{ toolResult: { content: [{ json: { type: "image", image: { a: "one" } } }] } }])] },
      ["image\none"],
    ],
    [
      "Cohere Command R",
      {
        message: "ask",
        tool_results: [{ call: { name: "find" }, outputs: [{ depot: "one", text: "two" }] }],
        documents: [{ title: "three", text: "four" }, "five"],
      },
      ["one\ntwo", "three\nfour", "five"],
    ],
    [
      "none of the turns before",
      { messages: [user([{ type: "tool_result", content: "old" }]), assistant("done"), user("one")] },
      [],
    ],
  ])("%s", (_, body, results) => {
    expect(prompt(asked(body)).toolResults).toEqual(results);
  });
});

describe("system", () => {
  test.each<[string, JsonValue]>([
    ["a text", { system: "one\ntwo" }],
    [
      "blocks",
      { system: [{ text: "one" }, { cachePoint: { type: "default" } }, { type: "text", text: "two" }] },
    ],
    [
      "messages anywhere",
      {
        messages: [
          { role: "system", content: "one" },
          user("ask"),
          { role: "developer", content: [{ type: "text", text: "two" }] },
        ],
      },
    ],
    ["instructions", { instructions: "one\ntwo", input: "ask" }],
    ["a preamble", { preamble: "one\ntwo", message: "ask" }],
  ])("as %s", (_, body) => {
    expect(prompt(asked(body)).system).toBe("one\ntwo");
  });
});

test("text is the system's, every turn and every result", () => {
  const body = {
    system: "one",
    messages: [
      user("two"),
      assistant([
        { type: "text", text: "three" },
        { type: "tool_use", name: "find", input: { number: 5 } },
      ]),
      user([
        { type: "tool_result", content: "five" },
        { type: "text", text: "four" },
      ]),
    ],
  };
  expect(prompt(asked(body)).text).toBe("one\ntwo\nthree\nfour\nfive");
  expect(prompt(sandbox("invoke-model-cohere-command")).text).toBe(
    "You know the gates.\nWhich gate is open on Monday?\nGate 3.\nAnd on Tuesday?",
  );
});

test("the last turn costs no look at the turns before", () => {
  const read: string[] = [];
  const history = Array.from({ length: 100 }, (_, index) => assistant(`turn ${index}`));
  const messages = new Proxy([...history, user("now")], {
    get(target, key) {
      read.push(String(key));
      return Reflect.get(target, key) as unknown;
    },
  });
  const one = asked({ messages });
  expect(prompt(one).lastTurn).toBe("now");
  expect(read).not.toContain("98");
  expect(prompt(one).text).toContain("turn 98");
});

test("every rule gets the same answer, and none can change it", () => {
  const one = sandbox("converse-tool-use");
  expect(prompt(one)).toBe(prompt(one));
  expect(Object.isFrozen(prompt(one))).toBe(true);
  expect(Object.isFrozen(prompt(one).toolResults)).toBe(true);
  expect(prompt(event())).not.toBe(prompt(one));
});
