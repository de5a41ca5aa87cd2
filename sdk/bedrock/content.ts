import { isJsonObject, type JsonObject, type JsonValue } from "../event/index.ts";
import { at, listAt, textAt } from "./at.ts";
import { stringsIn } from "./strings-in.ts";

/** What messages say, sorted by what it is, each in the messages' order. */
export interface Parts {
  readonly text: string[];
  readonly reasoning: string[];
  /** The block of each call of a tool. */
  readonly calls: JsonObject[];
  /** The text of each tool's result. */
  readonly results: string[];
}

export const noParts = (): Parts => ({ text: [], reasoning: [], calls: [], results: [] });

/** Adds what a message's content says, in any model's form: a text, a block, or a list of both. */
export function addContent(content: JsonValue | undefined, parts: Parts): void {
  if (content === undefined) return;
  if (Array.isArray(content)) for (const block of content) addBlock(block, parts);
  else addBlock(content, parts);
}

function addBlock(block: JsonValue | undefined, parts: Parts): void {
  const text = typeof block === "string" ? block : textAt(block, "text");
  if (text !== undefined) {
    parts.text.push(text);
    return;
  }
  if (!isJsonObject(block)) return;
  const type = textAt(block, "type") ?? "";
  if (type.endsWith("tool_use") || type === "function_call") addCall(block, parts);
  else if (type.endsWith("tool_result")) addResult(at(block, "content"), parts);
  else addUntyped(block, parts);
}

/** Adds a block whose keys say what it is. */
function addUntyped(block: JsonValue, parts: Parts): void {
  const text = textAt(block, "guardContent", "text", "text") ?? textAt(block, "refusal");
  const reasoning = textAt(block, "thinking") ?? textAt(block, "reasoningContent", "reasoningText", "text");
  const document = textIn(sourceOf(block));
  const found = textIn(searchResultIn(block));
  if (text !== undefined) parts.text.push(text);
  if (reasoning !== undefined) parts.reasoning.push(reasoning);
  if (document !== "") parts.text.push(document);
  if (found !== "") parts.results.push(found);
  addCall(at(block, "toolUse"), parts);
  addResult(at(block, "toolResult", "content"), parts);
}

export function addCall(call: JsonValue | undefined, parts: Parts): void {
  if (isJsonObject(call)) parts.calls.push(call);
}

/** Adds what one tool gave back: the text of its blocks, or every text of any other JSON. */
export function addResult(content: JsonValue | undefined, parts: Parts): void {
  if (content === undefined || content === null) return;
  const blocks = Array.isArray(content) ? content : [content];
  const texts = blocks.flatMap(resultTexts).filter((text) => text !== "");
  parts.results.push(texts.join("\n"));
}

function resultTexts(block: JsonValue): readonly string[] {
  const text = textAt(block, "text");
  if (text !== undefined) return [text];
  const holder = searchResultIn(block) ?? sourceOf(block);
  if (holder !== undefined) return [textIn(holder)];
  return MEDIA.has(textAt(block, "type")) ? [] : stringsIn(block);
}

/** OpenAI's blocks that hold no text but bytes or an address. */
const MEDIA = new Set<string | undefined>(["input_audio", "input_file", "input_image"]);

/** The blocks, by their type or key, that are made of a source. */
const SOURCED = ["document", "image", "video"];

function sourceOf(block: JsonValue): JsonValue | undefined {
  const type = textAt(block, "type") ?? "";
  if (SOURCED.includes(type)) return at(block, "source");
  return SOURCED.map((key) => at(block, key, "source")).find(isJsonObject);
}

function searchResultIn(block: JsonValue): JsonValue | undefined {
  return textAt(block, "type") === "search_result" ? block : at(block, "searchResult");
}

/** The text of a source or search result: most sources are bytes, which the log keeps elsewhere. */
function textIn(holder: JsonValue | undefined): string {
  const data = textAt(holder, "type") === "text" ? textAt(holder, "data") : undefined;
  const pieces = listAt(holder, "content").map((block) => textAt(block, "text"));
  const texts = [textAt(holder, "title"), textAt(holder, "text"), data, textAt(holder, "content"), ...pieces];
  return texts.filter((text) => text !== undefined).join("\n");
}
