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
  else if (type === "document") addDocument(at(block, "source"), parts);
  else addUntyped(block, parts);
}

/** Adds a block whose key says what it is. */
function addUntyped(block: JsonValue, parts: Parts): void {
  const text = textAt(block, "guardContent", "text", "text") ?? textAt(block, "refusal");
  const reasoning = textAt(block, "thinking") ?? textAt(block, "reasoningContent", "reasoningText", "text");
  if (text !== undefined) parts.text.push(text);
  if (reasoning !== undefined) parts.reasoning.push(reasoning);
  addCall(at(block, "toolUse"), parts);
  addResult(at(block, "toolResult", "content"), parts);
  addDocument(at(block, "document", "source"), parts);
}

export function addCall(call: JsonValue | undefined, parts: Parts): void {
  if (isJsonObject(call)) parts.calls.push(call);
}

/** Adds a document's text, where it has one: most are bytes, which the log keeps elsewhere. */
function addDocument(source: JsonValue | undefined, parts: Parts): void {
  const data = textAt(source, "type") === "text" ? textAt(source, "data") : undefined;
  const text = textAt(source, "text") ?? data;
  if (text !== undefined) parts.text.push(text);
  for (const block of listAt(source, "content")) {
    const piece = textAt(block, "text");
    if (piece !== undefined) parts.text.push(piece);
  }
}

/** Adds the text of one tool's result: that of its text blocks, and every text in any other JSON. */
export function addResult(content: JsonValue | undefined, parts: Parts): void {
  if (content === undefined || content === null) return;
  const blocks = Array.isArray(content) ? content : [content];
  const texts = blocks.flatMap((block) => textAt(block, "text") ?? stringsIn(block));
  parts.results.push(texts.join("\n"));
}
