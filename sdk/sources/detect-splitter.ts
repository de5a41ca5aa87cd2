import { LineSplitter } from "./line-splitter.ts";
import type { Splitter } from "./piece.ts";
import { ValueSplitter } from "./value-splitter.ts";

const ARRAY = 91;

/**
 * How a text's records are told apart, by its beginning: an array, or an object over several lines, is cut by its
 * brackets; everything else by its lines, so that one broken line cannot spoil the next.
 *
 * @param start the first bytes, ideally more than a line
 */
export function detectSplitter(start: Buffer): Splitter {
  const text = start.toString("utf8").trimStart();
  if (text.charCodeAt(0) === ARRAY) return new ValueSplitter();
  const [first = "", second = ""] = text.split(/\r?\n/, 2);
  const continues = /^[\s"}\]]/.test(second) && !isJson(first);
  return first.trim() === "{" || (first.startsWith("{") && continues)
    ? new ValueSplitter()
    : new LineSplitter();
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
