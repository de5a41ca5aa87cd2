import type { JsonArray, JsonValue } from "../event/index.ts";
import { along, at, listAt, textAt } from "./at.ts";
import { addContent, addResult, type Parts } from "./content.ts";
import { stringsIn } from "./strings-in.ts";

type Body = JsonValue | undefined;
type Speaker = "user" | "assistant" | "system";

/** Where requests that are no list of messages have their text. */
const PROMPTS: readonly (readonly string[])[] = [
  ["prompt"],
  ["inputText"],
  ["message"],
  ["input"],
  ["query"],
  ["textToImageParams", "text"],
  ["textToVideoParams", "text"],
  ["inPaintingParams", "text"],
  ["outPaintingParams", "text"],
  ["imageVariationParams", "text"],
  ["colorGuidedGenerationParams", "text"],
  ["singleEmbeddingParams", "text", "value"],
];

/** Adds what the user said last: every message since the last answer, whether or not an answer is begun already. */
export function addLastTurn(body: Body, parts: Parts): void {
  const messages = messagesIn(body);
  let end = messages.length;
  while (end > 0 && speakerOf(messages[end - 1]) !== "user") end--;
  let start = end;
  while (start > 0 && speakerOf(messages[start - 1]) !== "assistant") start--;
  for (let place = start; place < end; place++) {
    const message = messages[place];
    if (speakerOf(message) === "user") addMessage(message, parts);
  }
  addPrompts(body, parts);
}

const SYSTEM = ["system", "preamble", "instructions"];

/** Adds what tells the model how to behave. */
export function addSystem(body: Body, parts: Parts): void {
  for (const key of SYSTEM) addContent(at(body, key), parts);
  for (const message of messagesIn(body)) if (speakerOf(message) === "system") addMessage(message, parts);
}

/** Adds all messages and prompts but those that {@link addSystem} adds. */
export function addTurns(body: Body, parts: Parts): void {
  for (const message of listAt(body, "chat_history")) addMessage(message, parts);
  for (const message of messagesIn(body)) if (speakerOf(message) !== "system") addMessage(message, parts);
  addPrompts(body, parts);
}

function messagesIn(body: Body): JsonArray {
  const messages = listAt(body, "messages");
  return messages.length > 0 ? messages : listAt(body, "input");
}

/** Whoever is not known to be another counts as the user, so that nothing goes unread. */
function speakerOf(message: JsonValue | undefined): Speaker {
  switch (textAt(message, "role") ?? textAt(message, "type")) {
    case "assistant":
    case "function_call":
    case "reasoning":
      return "assistant";
    case "system":
    case "developer":
      return "system";
    default:
      return "user";
  }
}

function addMessage(message: JsonValue | undefined, parts: Parts): void {
  if (textAt(message, "role") === "tool") addResult(at(message, "content"), parts);
  else if (textAt(message, "type") === "function_call_output") addResult(at(message, "output"), parts);
  else addContent(at(message, "content") ?? at(message, "message") ?? message, parts);
}

function addPrompts(body: Body, parts: Parts): void {
  for (const path of PROMPTS) {
    const text = along(body, path);
    if (typeof text === "string") parts.text.push(text);
  }
  addContent(at(body, "texts"), parts);
  addContent(at(body, "text_prompts"), parts);
  const variables = at(body, "promptVariables");
  if (variables !== undefined) addContent(stringsIn(variables), parts);
  for (const result of listAt(body, "tool_results")) addJson(at(result, "outputs"), parts);
  for (const document of listAt(body, "documents")) addJson(document, parts);
}

/** Adds every text of a result that may be any JSON. */
function addJson(result: Body, parts: Parts): void {
  if (result !== undefined) parts.results.push(stringsIn(result).join("\n"));
}
