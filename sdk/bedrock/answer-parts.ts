import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { isJsonObject, type JsonValue } from "../event/index.ts";
import { along, at, listAt, textAt } from "./at.ts";
import { addCall, addContent, noParts, type Parts } from "./content.ts";
import { addDrafts, addPiece, beginCall, type Drafts, placeOf } from "./drafts.ts";
import { addItem, addItemPiece } from "./output-items.ts";
import { perEvent } from "./per-event.ts";

type Json = JsonValue | undefined;

/** Where an answer that is one text has it. */
const TEXTS = ["completion", "generation", "outputText", "text"];

/** Lists of answers, and where an element has its text. */
const LISTS: readonly { readonly list: string; readonly text: readonly string[] }[] = [
  { list: "results", text: ["outputText"] }, // Titan
  { list: "outputs", text: ["text"] }, // Mistral
  { list: "generations", text: ["text"] }, // Cohere Command
  { list: "completions", text: ["data", "text"] }, // AI21 Jurassic
];

/** What an answer, or a piece of it, is told under; the chunks of many streams have none of these. */
const TOLD = new Set([
  ...TEXTS,
  ...LISTS.map(({ list }) => list),
  "content",
  "output",
  "choices",
  "tool_calls",
]);

/** The events of a Nova or Converse stream that hold a piece. */
const BLOCKS = ["contentBlockStart", "contentBlockDelta"];

/** What an answer says, whichever model wrote it: a body is read as a stream of one chunk. */
export const answerParts: (event: AwsBedrockModelInvocation) => Parts = perEvent((event) => {
  const body = event.output?.outputBodyJson;
  const parts = noParts();
  const drafts: Drafts = new Map();
  for (const chunk of Array.isArray(body) ? body : [body]) addChunk(chunk, parts, drafts);
  addDrafts(drafts, parts);
  return parts;
});

function addChunk(chunk: Json, parts: Parts, drafts: Drafts): void {
  const type = textAt(chunk, "type");
  if (type === "content_block_start") addDelta(at(chunk, "content_block"), at(chunk, "index"), drafts);
  else if (type === "content_block_delta") addDelta(at(chunk, "delta"), at(chunk, "index"), drafts);
  else if (type?.startsWith("response.") === true) addItemPiece(chunk, drafts);
  else addAnswer(chunk, parts, drafts);
}

function addAnswer(body: Json, parts: Parts, drafts: Drafts): void {
  for (const key of BLOCKS) {
    const block = at(body, key);
    if (block === undefined) continue;
    addDelta(at(block, "start") ?? at(block, "delta"), at(block, "contentBlockIndex"), drafts);
  }
  if (!isTold(body)) return;
  addContent(at(body, "content") ?? at(body, "output", "message", "content"), parts);
  for (const item of listAt(body, "output")) addItem(item, parts);
  for (let index = 0, choices = listAt(body, "choices"); index < choices.length; index++)
    addChoice(choices[index], index, parts, drafts);
  for (const key of TEXTS) addPiece(drafts, "text", placeOf(at(body, "index")), at(body, key));
  for (const { list, text } of LISTS) {
    const answers = listAt(body, list);
    for (let index = 0; index < answers.length; index++)
      addPiece(drafts, "text", placeOf(index), along(answers[index], text));
  }
  for (const call of listAt(body, "tool_calls")) addCall(call, parts);
}

function isTold(body: Json): boolean {
  if (isJsonObject(body)) for (const key in body) if (TOLD.has(key)) return true;
  return false;
}

/** Adds a piece of a block of an Anthropic, Nova or Converse stream. Nearly all are text, and that alone. */
function addDelta(delta: Json, index: Json, drafts: Drafts): void {
  const place = placeOf(index);
  const text = at(delta, "text");
  if (text !== undefined) {
    addPiece(drafts, "text", place, text);
    return;
  }
  const isCall = textAt(delta, "type")?.endsWith("tool_use") === true;
  beginCall(drafts, place, isCall ? delta : at(delta, "toolUse"));
  addPiece(drafts, "reasoning", place, at(delta, "thinking") ?? at(delta, "reasoningContent", "text"));
  addPiece(drafts, "call", place, at(delta, "partial_json") ?? at(delta, "toolUse", "input"));
}

/** Adds one of a chat's choices, or a piece of it. */
function addChoice(choice: Json, position: number, parts: Parts, drafts: Drafts): void {
  const place = placeOf(at(choice, "index") ?? position);
  const message = at(choice, "delta") ?? at(choice, "message") ?? choice;
  const content = at(message, "content") ?? at(message, "text");
  if (Array.isArray(content)) addContent(content, parts);
  addPiece(drafts, "text", place, content);
  addPiece(drafts, "text", place, at(message, "refusal"));
  addPiece(drafts, "reasoning", place, at(message, "reasoning_content") ?? at(message, "reasoning"));
  for (const [index, call] of listAt(message, "tool_calls").entries()) {
    const callPlace = `${place}.${placeOf(at(call, "index")) || (textAt(call, "id") ?? index)}`;
    beginCall(drafts, callPlace, call);
    addPiece(drafts, "call", callPlace, at(call, "function", "arguments"));
  }
}
