import { isJsonObject } from "../base/json.ts";
import type { Piece } from "./piece.ts";
import { ValueSplitter } from "./value-splitter.ts";

/** How much of a text is looked at before it is known how many values there are. */
const STEP = 64 * 1024;

/** The JSON values in a text: the elements of an array, or values one after another; `undefined` if they are too many. */
export function valuesIn(text: string, most: number): readonly Piece[] | undefined {
  const values: Piece[] = [];
  for (const value of eachValueIn(text)) if (values.push(value) > most) return undefined;
  return values;
}

/** Whether a text begins with a whole JSON object, right after which another begins. */
export function holdsSeveral(text: string): boolean {
  if (!/\}\s{0,8}\{/.test(text)) return false;
  const values = eachValueIn(text);
  const [first, second] = [values.next().value, values.next().value];
  return first !== undefined && second?.text.startsWith("{") === true && isObjectText(first.text);
}

function* eachValueIn(text: string): Generator<Piece, undefined> {
  const splitter = new ValueSplitter();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += STEP) yield* splitter.push(bytes.subarray(at, at + STEP));
  yield* splitter.end();
}

/** Whether a text is a JSON object. */
export function isObjectText(text: string): boolean {
  try {
    return isJsonObject(JSON.parse(text));
  } catch {
    return false;
  }
}
