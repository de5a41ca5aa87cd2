import type { JsonObject, JsonValue } from "../event/index.ts";
import { at, textAt } from "./at.ts";
import { stringsIn } from "./strings-in.ts";

/** A tool that the model asked for. */
export interface ToolCall {
  /** What the tool's result will refer to. */
  readonly id: string | undefined;
  /** As the model wrote it, which need not be the name of a tool that was offered; empty when it wrote none. */
  readonly name: string;
  /** What the tool is called with; as text when it is no JSON, such as one that was cut off. */
  readonly input: JsonValue | undefined;
  /** Every text in `input`, a line each and without the names of fields: what to search for commands and secrets. */
  readonly text: string;
}

/** Makes a call of any model's block. */
export function toolCall(block: JsonObject): ToolCall {
  const given = at(block, "input") ?? at(block, "parameters") ?? at(block, "arguments");
  const input = parsed(given ?? at(block, "function", "arguments"));
  let text: string | undefined;
  return Object.freeze({
    id: textAt(block, "id") ?? textAt(block, "toolUseId") ?? textAt(block, "call_id"),
    name: textAt(block, "name") ?? textAt(block, "function", "name") ?? "",
    input,
    get text() {
      text ??= stringsIn(input).join("\n");
      return text;
    },
  });
}

function parsed(input: JsonValue | undefined): JsonValue | undefined {
  if (typeof input !== "string") return input;
  try {
    return JSON.parse(input) as JsonValue;
  } catch {
    return input;
  }
}
