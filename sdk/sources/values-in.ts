import { isJsonObject } from "../base/json.ts";
import type { Piece } from "./piece.ts";
import { ValueSplitter } from "./value-splitter.ts";

/** The JSON values in a text: the elements of an array, or values one after another. */
export function valuesIn(text: string): readonly Piece[] {
  const splitter = new ValueSplitter();
  return [...splitter.push(Buffer.from(text)), ...splitter.end()];
}

/** Whether a text begins with a whole JSON object, right after which another begins. */
export function holdsSeveral(text: string): boolean {
  if (!/\}\s{0,8}\{/.test(text)) return false;
  const [first, second] = valuesIn(text);
  return first !== undefined && second?.text.startsWith("{") === true && isObjectText(first.text);
}

/** Whether a text is a JSON object. */
export function isObjectText(text: string): boolean {
  try {
    return isJsonObject(JSON.parse(text));
  } catch {
    return false;
  }
}
