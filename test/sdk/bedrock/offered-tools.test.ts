import { expect, test } from "vitest";
import { offeredTools } from "../../../sdk/bedrock/index.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";
import { asked, sandbox } from "./event.ts";

test.each([
  [
    "converse-tool-use",
    [
      ["find_shipment", "Finds a shipment by its number."],
      ["book_slot", "Books a loading slot at a depot."],
    ],
  ],
  ["invoke-model-anthropic-messages", [["weigh", "Weighs a pallet."]]],
  ["invoke-model-mistral-chat", [["list_slots", ""]]],
  ["invoke-model-openai-chat", [["ferry_times", ""]]],
  ["converse-text", []],
  ["converse-metadata-only", []],
])("%s", (name, tools) => {
  expect(offeredTools(sandbox(name)).map(({ name: tool, description }) => [tool, description])).toEqual(
    tools,
  );
});

test.each<[string, JsonValue, string[]]>([
  ["Anthropic's own tools", { tools: [{ type: "bash_20250124", name: "bash" }] }, ["bash"]],
  [
    "tools that Converse hands on",
    { additionalModelRequestFields: { tools: [{ name: "computer" }] } },
    ["computer"],
  ],
  ["a tool of the system", { toolConfig: { tools: [{ systemTool: { name: "search" } }] } }, ["search"]],
  ["Cohere's", { tools: [{ name: "find", parameter_definitions: {} }] }, ["find"]],
  ["what is no tool", { tools: [null, 5, {}, { name: 5 }] }, ["", "", "", ""]],
  ["no list", { tools: { name: "find" }, toolConfig: { tools: "find" } }, []],
])("%s", (_, body, names) => {
  expect(offeredTools(asked(body)).map(({ name }) => name)).toEqual(names);
});

test("none can change them", () => {
  const tools = offeredTools(sandbox("converse-tool-use"));
  expect(Object.isFrozen(tools)).toBe(true);
  expect(tools.every(Object.isFrozen)).toBe(true);
});
