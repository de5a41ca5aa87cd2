import type { JsonValue } from "../event/index.ts";
import { at, listAt, textAt } from "./at.ts";
import { addContent, type Parts } from "./content.ts";
import { addPiece, beginCall, type Drafts, placeOf } from "./drafts.ts";

/** Adds one item of the output of OpenAI's responses: a message, what the model thought, a call. */
export function addItem(item: JsonValue, parts: Parts): void {
  if (textAt(item, "type") !== "reasoning") addContent(at(item, "content") ?? item, parts);
  else for (const piece of listAt(item, "content")) parts.reasoning.push(textAt(piece, "text") ?? "");
}

/** What the chunks with pieces of an item are called. Others repeat it as a whole. */
const PIECES = [
  ["response.output_text.delta", "text"],
  ["response.refusal.delta", "text"],
  ["response.reasoning_text.delta", "reasoning"],
  ["response.function_call_arguments.delta", "call"],
] as const;

/** Adds what a chunk of a streamed response says of one item. */
export function addItemPiece(chunk: JsonValue | undefined, drafts: Drafts): void {
  const type = textAt(chunk, "type");
  const place = placeOf(at(chunk, "output_index"));
  const item = at(chunk, "item");
  if (textAt(item, "type") === "function_call") beginCall(drafts, place, item);
  for (const [name, kind] of PIECES) {
    if (type === name) addPiece(drafts, kind, place, at(chunk, "delta"));
  }
}
